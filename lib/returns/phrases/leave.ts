/** What may stand around a request without changing it; tested on text made by `plain`. */
export const COURTESY = {
  before:
    "(?:(?:hi|hello|hey|hallo|bonjour|hola|ola|ciao|dear|sehr geehrte)(?: \\S{1,30}){0,4},? )?(?:(?:please|pls|plz|kindly|just|could you|can you|would you|you may|i (?:would like|want|wish|'d like|need|ask) to|i'd like to|i want you to|bitte|merci de|veuillez|svp|s'il vous plait|je (?:souhaite|voudrais|veux|desire)|pouvez-vous|por favor|favor|quiero|quisiera|deseo|solicito|quero|gostaria de|desejo|per favore|prego|vi prego di|vorrei|desidero|graag|ik wil|wil|gelieve|prosze|chce|chcialbym|prosim|vanligen|jeg onsker a|прошу|пожалуиста|хочу|будь ласка|lutfen),? ){0,3}",
  after:
    "(?:[ ,.!-]{1,3}(?:please|pls|now|me|us|from|off|of|to|the|this|your|my|all|any|e-?mails?|mails?|mailings?|lists?|newsletters?|e-?zines?|address|subscription|thanks|thank you|many thanks|regards|kind regards|asap|immediately|bitte|danke|vielen dank|vom|von|aus|dem|der|den|ihrem|verteiler|merci|svp|s'il vous plait|de|du|des|la|las|le|les|lettre|liste|votre|por favor|gracias|del|al|boletin|suscripcion|obrigad[oa]|da|do|lista|per favore|grazie|dalla|voor|nieuwsbrief|alstublieft|aub|dank|z|tej|listy|newslettera?|от|рассылки|из|спасибо|@)){0,8}",
} as const;

/** Words that ask to leave when a line holds nothing else. */
export const LEAVE = [
  "un-? ?subscribed?|unsub|opt[ -]?out|sign ?off|stop|remove|(?:remove|delete) me|take me off|leave(?: list)?|(?:list[- ])?unsubscribe request|request to unsubscribe|cancel(?: my)? (?:subscription|newsletter)|stop (?:newsletters?|e-?mails?|mailings?|list)",
  "(?:newsletter )?(?:abmelden|abbestellen|abmeldung|austragen|abbestellung)|(?:mich )?(?:abmelden|austragen)",
  "desinscription|desabonnement|(?:se |me |m')?(?:desinscrire|desabonner)",
  "(?:dar|darme|darse|de)? ?(?:de )?baja|desuscribir(?:me|se)?|desinscribir(?:me|se)?|anular suscripcion|cancelar (?:la |mi )?suscripcion|descadastr(?:ar|e|o|amento)|remover|cancelar (?:a |minha )?(?:assinatura|inscricao|subscricao)",
  "cancellazione|cancellami|cancellatemi|disiscri\\S{1,8}|cancellarmi",
  "uitschrijven|afmelden|uitschrijving|afmelding",
  "avprenumerera|avregistrera|avsluta prenumeration(?:en)?|avmeld(?:ing|e)?(?: meg)?|meld meg av|afmeld(?:ing)?(?: mig)?|frameld(?:ing)?|peruuta (?:uutiskirje|tilaus|tilaukseni)|peru tilaus",
  "wypisz(?:cie)? mnie|wypisanie|rezygnacja|rezygnuje|odhlas(?:it|te)(?: me| odber)?|odhlaseni|odhlasenie|leiratkozas|leiratkozom|dezabonare|odjava|odjavi me",
  "abonelikten (?:cik|ayril)\\S{0,6}|aboneligimi iptal et\\S{0,4}|listeden cik\\S{0,6}|διαγραφη|απεγγραφη",
  "отпи(?:саться|ска|шите(?: меня)?|сать(?: меня)?)|отказ от рассылки|відписатися|відпишіть(?: мене)?|отписване",
  "ביטול הרשמה|הסר(?:ו)? אותי|להסיר|الغاء الاشتراك",
] as const;

/** Requests that name what is asked for; other words may follow them. */
export const LEAVE_REQUESTS = [
  "(?:un-? ?subscribe|opt[ -]?out) (?:me|us|@|my (?:e-?mail|address)|this (?:e-?mail|address))",
  "(?:be )?(?:unsubscribed?|removed?|taken?|deleted?|drop|opted out)(?: me| us| @| my (?:e-?mail )?(?:address|name|e-?mail)| this (?:e-?mail )?(?:address|e-?mail))?(?: @)? (?:off|from|out of) (?:(?:the|this|that|your|all|any|all of|future|further|of) ){0,3}(?:\\S{1,20} ){0,2}(?:lists?|mailings?|mailing ?lists?|newsletters?|e-?zines?|e-?mails?|distribution|database|subscri\\S{1,8})",
  "be (?:unsubscribed|opted out)|(?:remove|delete) (?:my (?:e-?mail address|e-?mail|subscription)|this (?:e-?mail )?address|me|@)$",
  "(?:stop|cease|quit) (?:sending|e-?mailing|mailing|writing|contacting|spamming)(?: to)?(?: me| us| these| this| your| any| more| such| @){1,3}(?: (?:e-?mails?|mails?|newsletters?|messages?|e-?zines?))?",
  "(?:do not|don't|never)(?: ever)? (?:send|e-?mail|mail|write|contact)(?: to)? (?:me|us)(?: (?:again|any ?more|any longer|any|more|these|this|e-?mails?|newsletters?|mails?)){1,5}|(?:do not|don't|never) (?:e-?mail|contact|mail) me$|no more (?:e-?mails|mails|newsletters)",
  "i (?:do not|don't|no longer) (?:want|wish|care) (?:to (?:receive|get)|for)? ?(?:these|this|your|any|the)…(?:e-?mails?|newsletters?|mails?|e-?zines?)|cancel (?:my|this|our) (?:subscription|newsletter)",
  "(?:(?:nehmen|nimm|streichen|loschen|entfernen|tragen|melden|tragt) )?(?:sie )?(?:mich|uns|meine e-?mail-?adresse|meine adresse|meine e-?mail)(?: \\S{1,20}){0,4} (?:verteiler\\S{0,8}|liste|newsletters?|mailingliste|datenbank|rundbriefs?)|(?:mich|uns) (?:\\S{1,20} ){0,4}(?:abmelden|austragen|abbestellen)|(?:ich )?(?:mochte|will|wunsche)…(?:newsletter|e-?mails?|rundbrief)…(?:abbestellen|abmelden|nicht mehr|nicht langer)|keine (?:weiteren )?(?:newsletter|e-?mails?|mails?) mehr|(?:den |ihren |diesen )?newsletter…(?:abbestellen|abmelden|kundigen)",
  "(?:me|m'|nous) (?:desinscrire|desabonner|retirer|supprimer|enlever|rayer|oter)(?: de| du| des|$)|(?:desinscrivez|desabonnez|retirez|supprimez|enlevez|rayez)-(?:moi|nous)|(?:je )?ne (?:souhaite|veux|desire) plus recevoir|supprimer (?:mon adresse|mon e-?mail)…(?:liste|base|fichier|lettre)",
  "(?:dar|dan|den|de|deme|denme|dadme|darme|darnos|dame|causar|la)(?: me| nos)? (?:de )?baja(?: |$)|baja (?:de|en|del) …(?:lista|boletin|newsletter|suscripcion)|no (?:deseo|quiero|queremos) (?:recibir|seguir recibiendo)|(?:eliminen?|eliminar|borren?|borrar|quiten?|quitar)(?:me|nos| mi (?:correo|direccion|e-?mail))…(?:lista|boletin|base)",
  "(?:remov\\S{1,5}|retir\\S{1,5}|exclu\\S{1,5}|descadastr\\S{1,4}|tir\\S{1,5})(?:-me)?(?: me)? (?:(?:o |a )?(?:meu|minha|este|esse) (?:e-?mail|endereco|nome|cadastro) )?(?:d[aeo]s?|dessa|desta) …(?:lista|newsletter|mailing|boletim)|nao (?:quero|desejo|gostaria de) (?:mais )?receber",
  "(?:cancell|rimuov|toglie|togli|disiscri|elimin)\\S{0,6}(?:mi|temi|rmi|tevi)\\b…(?:newsletter|lista|mailing|elenco)|non (?:voglio|desidero|intendo) (?:piu )?ricevere|annullare? (?:la mia |l')?iscrizione",
  "(?:mij|me|mijn adres|mijn e-?mailadres)?(?: graag| aub)? ?(?:uitschrijven|afmelden) (?:voor|van|uit)|schrijf (?:mij|me|ons) uit|meld (?:mij|me|ons) af|haal (?:mij|me|ons|mijn adres) (?:van|uit)|(?:ik )?(?:wil|wens) geen …(?:nieuwsbrie\\S{1,4}|mails?|e-?mails?)",
  "(?:ta bort|stryk|avregistrera|avsluta|fjern|slett|slet|afmeld|avmeld) (?:mig|meg|min (?:e-?post)?adress\\S{0,2}|min prenumeration)|poistakaa (?:minut|osoitteeni)",
  "(?:mnie |o )?(?:wypisac|wypisanie|usuniecie|usunac|wykreslic|wykreslenie)(?: mnie| mojego adresu)?…(?:listy|bazy|newslett)|rezygnuje z …(?:newslett|subskrypc|listy)|nie chce (?:juz )?(?:wiecej )?otrzymywac|(?:odhlas|vyrad|vymaz)\\S{1,4} (?:me|mne|ma)(?: |$)|(?:odhlaseni|vyrazeni) z|iratkozz\\S{0,4} le|leiratkozni|dezabonati-ma|sa ma dezabonez",
  "(?:удалите|исключите|уберите|отпишите) (?:меня|мои адрес|мою почту)|(?:меня )?(?:отписать|исключить|удалить) (?:меня )?(?:от|из) (?:вашеи )?(?:рассыл|списк)|не присылаите|не хочу (?:больше )?получать|відпишіть|видаліть (?:мене|мою адресу)|διαγραψτε με|listenizden (?:cikar|sil)",
] as const;

/** The same in languages that put no space between words; anywhere in a short line. */
export const LEAVE_UNSPACED =
  "(?:配信|購読|メルマガ|メールマガジン|登録)(?:の|を)?(?:停止|解除|中止|退会|抹消|取消)|退会(?:希望|します|したい|手続|$)|退[订訂]|取消(?:订阅|訂閱)|(?:不要|别)再(?:给我|給我)?(?:发|發|寄)|(?:수신 ?거부|구독 ?(?:취소|해지)|수신 ?해지)" as const;

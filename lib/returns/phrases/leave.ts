/** Requests to leave as a whole subject; tested on text made by `plain`. */
export const LEAVE = [
  "(?:please |pls |kindly )?(?:un-? ?subscribe|un-? ?subscribed|unsub|opt[ -]?out|remove me|take me off|sign ?off|stop)(?: me)?(?: (?:please|pls|now|me|from|off|to|the|this|your|my|e-?mail|mailing|list|newsletter|e-?zine|emails?|address|all)){0,8}",
  "(?:list[- ])?unsubscribe request|request to unsubscribe|cancel (?:my )?(?:subscription|newsletter)|remove|delete me|leave(?: list)?",
  "abmelden|abmeldung|abbestellen|bitte abmelden|newsletter (?:abmelden|abbestellen)|austragen|desinscription|desabonner|me desinscrire|se desabonner|desabonnement|(?:cancelar|anular) (?:la )?(?:suscripcion|assinatura|inscricao)|darme de baja|dar de baja|baja|cancelar|descadastrar|remover|cancellami|cancellazione|disiscriv\\S{0,6}|disiscrizione|uitschrijven|afmelden|avregistrera|avsluta|avmeld|afmeld|wypisz(?: mnie)?|rezygnacja|odhlasit|leiratkozas|отписаться|отпишите|отписка|配信停止|退会|解除|退订|取消订阅|수신거부|구독취소",
] as const;

/** Requests to leave as a whole line of a short answer. */
export const LEAVE_LINES = [
  ...LEAVE.slice(0, 1),
  "(?:hi|hello|dear \\S{2,30})?,? ?(?:please|pls|kindly|could you|can you|i (?:would like|want|wish|'d like) to)(?: please)?(?: be)? (?:unsubscribed?|opt out|remove|removed|take|stop sending|stop|cancel|delete)(?: \\S{1,40}){0,12}",
  "(?:unsubscribe|remove me|take me off|stop)(?:,? (?:thanks|thank you|please|pls|regards))?",
  "(?:do not|don't|please don't|stop)(?: \\S{1,20}){0,2} (?:e-?mail|mail|send|write|contact)(?:ing)? me(?: (?:again|any ?more|any longer|this|these|emails?|newsletters?|mail)){0,3}",
  ...LEAVE.slice(2),
  "bitte (?:\\S{1,20} ){0,6}(?:abmelden|austragen|loschen|abbestellen)|(?:veuillez|merci de) (?:\\S{1,20} ){0,6}(?:desinscrire|desabonner|retirer|supprimer)(?: \\S{1,20}){0,6}|por favor,? (?:\\S{1,20} ){0,4}(?:baja|cancel\\S{1,6}|remov\\S{1,6}|borr\\S{1,6})(?: \\S{1,20}){0,6}",
] as const;

/** The same statement in other languages, written without accents as `plain` leaves them. */
export const DEAD_ABROAD = [
  // German
  "(?:benutzer|empfanger|empfangeradresse|adresse|e-?mail-?adresse|postfach|konto|account|domain|mailbox|nutzer|teilnehmer)…(?:unbekannt|existiert nicht|nicht gefunden|nicht bekannt|nicht vorhanden|ungultig|deaktiviert|gesperrt|geschlossen|geloscht|nicht mehr|konnte nicht gefunden|nicht verfugbar|nicht gultig|wurde nicht erkannt)",
  "(?:unbekannter|ungultiger|kein solcher) (?:benutzer|empfanger|nutzer)|unbekannte adresse|kein postfach",
  // French
  "(?:utilisateur|destinataire|adresse|boite|compte|domaine|messagerie)…(?:inconnue?|n'existe pas|n'existe plus|introuvable|non valide|invalide|desactivee?|fermee?|supprimee?|inexistante?|non recense|n'a pas ete trouvee?|pas ete trouvee?|n'est plus|n'est pas (?:repertorie|liste|reconnu|valide)|resiliee?|cloturee?|inactive?f?)",
  "aucun (?:utilisateur|compte|destinataire)|pas d'abonne",
  // Spanish, Portuguese, Italian, Catalan, Romanian
  "(?:usuario|destinatario|direccion|buzon|cuenta|casilla|dominio)…(?:desconocid[oa]|no existe|inexistente|no (?:se )?(?:ha )?(?:podido )?encontr|no valid[oa]|invalid[oa]|deshabilitad[oa]|desactivad[oa]|inactiv[oa]|suspendid[oa]|cancelad[oa]|bloquead[oa] por|no disponible)",
  "(?:no se (?:ha )?(?:podido )?encontr|nao (?:foi possivel )?encontr|non (?:e stato possibile )?trovat?)\\S{0,4} (?:la |el |o |a |il |l')?(?:direccion|usuario|destinatario|endereco|indirizzo|utente|buzon)",
  "(?:usuario|destinatario|endereco|caixa|conta|dominio)…(?:desconhecid[oa]|nao existe|nao (?:foi )?encontrad|invalid[oa]|desativad[oa]|inativ[oa]|cancelad[oa]|suspens[oa]|indisponivel)",
  "(?:utente|destinatario|indirizzo|casella|account|dominio|mailbox)…(?:sconosciut[oa]|non esiste|inesistente|non (?:e stat[oa] )?trovat|non valid[oa]|disattivat[oa]|disabilitat[oa]|chius[oa]|non (?:e )?(?:piu )?attiv[oa]|scadut[oa]|non disponibile|non riconosciut)",
  "utilizatorul …(?:nu exista|necunoscut)",
  // Dutch, Scandinavian, Finnish
  "(?:gebruiker|geadresseerde|ontvanger|e-?mailadres|adres|postvak|postbus|mailbox|account|domein)…(?:onbekend|bestaat niet|niet gevonden|is niet gevonden|niet bekend|ongeldig|uitgeschakeld|opgeheven|niet (?:meer )?(?:actief|bereikbaar|geldig))",
  "onbekende (?:gebruiker|ontvanger|geadresseerde)",
  "(?:anvandaren?|mottagaren?|adressen?|brukeren?|brugeren?|modtageren?|postkassen?|kontoen|e-?postadressen?|e-?mailadressen?)…(?:okand|finns inte|hittades inte|ukjent|finnes ikke|ble ikke funnet|ukendt|findes ikke|blev ikke fundet|kunde inte hittas|kunne ikke finnes|existerar inte|eksisterer ikke|ogiltig|ugyldig)",
  "(?:kayttajaa|vastaanottajaa|osoitetta|sahkopostiosoitetta|postilaatikkoa)…(?:ei ole|ei loydy|ei loytynyt|tuntematon)|tuntematon (?:kayttaja|vastaanottaja)",
  // Polish, Czech, Slovak, Hungarian, Croatian
  "(?:odbiorca|uzytkownik|adres|adresat|konto|skrzynka|domena)…(?:nie istnieje|nieznan[yae]|niedostepn[yae]|nie zostal[a]? (?:znalezion|odnalezion)|nieprawidlow|zablokowan|zawieszon|usuniet|wylaczon|nieaktywn)|nie ma takiego (?:uzytkownika|konta)",
  "(?:uzivatel|prijemce|adresa|schranka|ucet|pouzivatel|prijemca|domena)…(?:neexistuje|neznam|nebyl[ao]? nalezen|nenalezen|neplatn|nebola najdena|zrusen)|neznamy (?:uzivatel|prijemce)",
  "(?:felhasznalo|cimzett|postafiok|cim)…(?:nem letezik|ismeretlen|nem talalhato|ervenytelen)|ismeretlen (?:felhasznalo|cimzett)",
  "(?:korisnik|primatelj|adresa)…(?:ne postoji|nepoznat)|nepoznat korisnik",
  // Turkish, Greek
  "(?:kullanici|alici|adres|hesap|posta kutusu)…(?:bulunamadi|mevcut degil|gecersiz|bilinmiyor|yok\\b|kapatil|devre disi|pasif)|boyle bir (?:kullanici|adres)",
  "(?:χρηστης|παραληπτης|διευθυνση|λογαριασμος|γραμματοκιβωτιο)…(?:δεν υπαρχει|αγνωστ|δεν βρεθηκε|μη εγκυρ)",
  // Russian, Ukrainian, Bulgarian
  "(?:пользовател[ья]|получател[ья]|адрес|адресат|ящик|почтовыи ящик|учетная запись|аккаунт|домен)…(?:не существует|не наиден|неизвестен|недоступен|заблокирован|отключен|удален|неверн|недеиствител|не зарегистрирован|неактив)",
  "(?:нет такого|неизвестныи|несуществующии) (?:пользовател|адрес|получател|ящик)",
  "(?:користувач|одержувач|отримувач|адреса|скринька)…(?:не існує|не знаидено|невідом|заблокован|вимкнен)",
  "(?:потребител|получател|адрес)…(?:не съществува|непознат|не е намерен)",
  // Japanese, Chinese, Korean
  "(?:ユーザ|宛先|あて先|アドレス|メールボックス|アカウント|受信者|ドメイン)[^。]{0,40}?(?:存在しま|存在しな|見つかりま|見つからな|不明|間違|誤|無効|ありません|使用されていません|停止|解約)",
  "(?:用户|用戶|收件人|收信人|邮箱|郵箱|信箱|地址|帐号|账号|帳號|帐户|账户|域名)[^。]{0,30}?(?:不存在|未找到|找不到|无效|無效|不正确|不正確|停用|已被禁用|被冻结|已冻结|已注销|未知|被锁定)",
  "(?:没有|沒有|查无|查無|不存在)(?:此|该|該|这个|這個|的)?(?:用户|用戶|收件人|邮箱|郵箱|账号|帳號)",
  "(?:사용자|수신자|받는 ?사람|주소|계정|메일함|도메인)[^.]{0,30}?(?:없습니다|존재하지|찾을 수 없|잘못|정지|해지|탈퇴|유효하지)",
] as const;

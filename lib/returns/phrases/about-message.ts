/** Words for a refusal of this message: its size, its content, what a filter made of it. */
export const ABOUT_MESSAGE = [
  "spam(?!haus|cop|rats)|\\bube\\b|\\buce\\b|unsolicited|\\bjunk|\\bphish|\\bscam\\b|mass mail|bulk (?:e-?)?mail",
  "virus|malware|trojan|\\bworm\\b|infected|malicious|suspicious|harmful",
  "content[ -]?(?:filter|reject|polic|restrict|was|violat|not allowed|scan|match|check|is not)|(?:message|mail) content|content reject|objectionable|offensive content|forbidden content|bad content",
  "(?:message|mail|e-?mail|header|line|attachment|body|size)(?! ?box)…(?:too (?:big|large|long)|exceeds? (?:the |a |its |our |fixed |maximum |max |size ){0,4}(?:limit|maximum|size|message)|size limit)",
  "max(?:imum)?(?: allowed)? message (?:size|length)|message size (?:limit|exceed)|size limit|sendsizelimit|recipsizelimit|message size|size=message too big",
  "attachments?\\b…(?:not |block|reject|refus|prohibit|forbidden|banned|types?)|accepting mail with attachments|banned file|executable",
  "(?:equal|bad|invalid|missing|malformed|illegal|duplicate) (?:x-)?(?:headers?|mime|message-id|date|from header)|headers? (?:is|are) (?:missing|invalid)|not rfc ?\\d{3,4}|rfc ?\\d{3,4} compliant|bare (?:lf|cr|newline)|no [a-z-]{4,12} field given|8-?bit|conversion",
  "looks like|too similar|spamassassin|score…(?:too high|exceed|over)|scored [\\d.]{1,6}",
  "nachricht…zu gro|message trop (?:gros|volumineux|long)|mensaje…demasiado (?:grande|largo)|mensagem muito grande|messaggio troppo|bericht…te groot|wiadomosc…zbyt duza|слишком большо",
  "(?:垃圾|スパム|迷惑メール|스팸)",
] as const;

/** Words for a mailbox that is full: the reader exists and may come back. */
export const FULL = [
  "(?:mail ?box|mail ?folder|mail box|inbox|maildir|mail ?drop|storage|account|user|recipient|disk|quota|partition)(?!…message size)…(?:\\bfull\\b|over[ -]?quota|out of (?:storage|space)|over (?:the |its |his |their |disk )?(?:quota|limit|size)|exceed(?:s|ed|ing)?…(?:quota|storage|space|allowed size|limit|mailbox|disk)|too (?:big|large|full)|limit (?:is )?exceeded|is exceeding)",
  "(?:exceed(?:s|ed|ing)?|over|exceeds? (?:the|its|their))…quota\\b",
  "\\bquota (?:is |has been )?(?:exceeded|violation|full|reached)|\\boverquota|\\bover ?quota|\\bquota…exceed",
  "(?:insufficient|not enough|no) (?:disk |system |mail ?box |mail |free ){0,2}(?:storage|space|room)",
  "space not enough|no space left|disk ?full|out of (?:disk )?(?:storage )?space",
  "mail ?box (?:size )?limit|mailbox exceeds|exceeds allowed size|mailbox size exceeded|mailbox is full",
  "too (?:many|much) (?:mails?|messages?) (?:on|in|stored)|has too (?:many|much) (?:mails?|messages?)",
  "exceeded (?:its|their|the) (?:disk space|storage|mailbox|inode)|inode limit|blocks limit|exceeded the local limit",
  "as their mailbox is full|full mailbox|mailbox…is at its limit",
  // abroad
  "(?:postfach|mailbox|speicherplatz|konto|quota)…(?:\\bvoll|uberfullt|uberschritten|erschopft)|zu ?viele mails auf",
  "(?:boite|messagerie|quota|compte)…(?:pleine?|saturee?|depasse|satur)",
  "(?:buzon|cuota|casilla|cuenta|bandeja)…(?:llen[oa]|excedid|superad|sobrepas)|(?:caixa|quota|cota)…(?:chei[oa]|cheia|excedid|lotad)",
  "(?:casella|quota|mailbox)…(?:\\bpiena|superat|esaurit)|(?:postvak|mailbox|postbus|quotum)…(?:\\bvol\\b|overschreden)",
  "(?:skrzynka|konto|pojemnosc)…(?:przepelnion|zapelnion|przekroczon|pelna)|(?:schranka|kvota)…(?:plna|prekrocen)",
  "(?:ящик|квота)…(?:переполнен|превышен|заполнен)|(?:posta kutusu|kota)…(?:dolu|asildi|asti)",
  "(?:メールボックス|容量)[^。]{0,30}?(?:一杯|いっぱい|オーバー|超え|超過|満杯)|(?:邮箱|郵箱|信箱|空间|空間|容量)[^。]{0,20}?(?:已满|已滿|超出|不足|满了)|(?:메일함|용량)[^.]{0,20}?(?:가득|초과|부족)",
] as const;

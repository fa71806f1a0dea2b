/** Words that surely speak of the sender's server, domain, authentication or reputation. */
export const ABOUT_US = [
  "black ?-?list|block ?-?list|deny ?list|\\brbl\\b|dnsbl|uribl|surbl|spamhaus|spamcop|spamrats|barracuda|sorbs|abusix|blocked (?:using|by|because|due|for)|\\breputation",
  "\\bspf\\b|sender policy framework|\\bdkim\\b|\\bdmarc\\b|\\barc\\b seal|unauthenticated|authenticat|not aligned|domainkeys",
  "relay(?!=|recipient|(?:ed)? recipient| recipient)(?:ing)?…(?:denied|not|prohibit|refus|access|forbid|reject|den)|(?:not|n't|cannot|unable|refus\\w{0,3}|we do not|as a) (?:allowed to |permitted to )?relay|rcpthosts|open relay|anti-?relay|relay access",
  "(?:reverse|ptr|rdns)[ -](?:dns|record|lookup|name)|no ptr|helo|ehlo|client host|hostname…(?:resolve|match)",
  "(?:your|the sending|sending|remote|client|this) (?:ip|server|host|mail server|network|country|region|domain|isp|provider|mta)…(?:block|list|not |reject|den|ban|refus|bad|poor|low|requires)",
  "\\bip (?:address )?\\[?[\\da-f.:]{7,39}\\]? …(?:list|block|reject|den|ban|reputation)|connections? from your|from your (?:country|network|ip|host|server)|\\bip (?:address )?(?:is |has been )?(?:blocked|banned|listed|rejected)|\\bip=",
  "not allowed to (?:send|connect)|not (?:authori[sz]ed|permitted) to (?:send|connect|submit|use|post)|host is not allowed",
  "sender(?:'s)? (?:e-?mail |address |domain |id |ip |host )?…(?:reject|den|blocked|invalid|unknown|unverif|verif|not (?:exist|found|valid|accept|allow|exist|approved|resolv)|does not|doesn't|could not|cannot|disallowed|disabled|suspended)|sender(?:filter|deny)|bad sender|unknown sender|invalid sender|(?:mail|messages?) from (?:your|this|@|<@|\\[)|from domain|domain of (?:sender|the sender)|mail from:? ?<?@?>? ?…(?:reject|den|refus|not)",
  "greylist|gr[ae]y-?list|rate[ -]?limit|too many (?:connections|messages|recipients|emails|mails from)|(?:daily|hourly|sending|outbound) (?:message )?(?:sending )?(?:limit|quota)|max(?:imum)? (?:defers|e-?mails per)|sending rate|unusual rate|throttl|complaints|your account",
  "starttls|\\btls\\b|encryption (?:required|needed)|certificate",
  "return[ -]?path|envelope (?:from|sender)|null sender|bounce address",
  "(?:requires|challenge|confirm)[^.]{0,30}confirm|white ?list|pre-?approved",
  "administrative prohibition|not accepting mail from|does not accept mail from|restricted to|message was rejected by (?:an )?organization|delivery (?:is )?restricted|authenticationrequired|not\\.? ?authenticated|restrict(?:ed|ion)s?\\b",
  "(?:отправител)|absender…(?:abgelehnt|gesperrt|nicht)|expediteur…(?:refuse|bloque|rejete)|remitente…(?:rechazad|bloquead)",
] as const;

/** Words of refusal that may be meant for us or for the reader; they only matter when nothing else is said. */
export const REFUSED = [
  "polic(?:y|ies)|access denied|permission|\\bdenied\\b|prohibit|\\bblock(?:ed|ing)?\\b|\\brefused\\b|\\bbanned\\b|not allowed|not permitted|unauthori[sz]ed|\\bforbidden\\b|local policy|authori[sz]",
] as const;

/** Words for a state that passes; beside them nothing else is taken as the last word about an address. */
export const PASSING = [
  "temporar(?!ily? or permanently)|transient|try (?:it |your message |sending )?(?:again|once more) (?:later|shortly|soon|in)|later (?:again|date|time)|please try later|not found, try again|try later|retry (?:later|time)",
  "deferred|delayed|has been delayed|not yet been delivered|still being retried|will be retried|will retry|keep(?:s)? trying|will continue to (?:try|attempt)|attempts will continue|has been postponed",
  "timed? ?-?out|connection (?:refused|reset|closed|lost|failed|dropped)|lost connection|no route to host|network (?:is )?unreachable|not responding|did not respond|unable to connect|could not connect|cannot connect|can't connect",
  "retry (?:time ?out|timeout)|failing for a long time|delivery time expired|message expired|maximum (?:hop|delivery)|queue(?:d)? (?:time|period|too long)|too many hops|hop count|loop(?:ing|s)? ?(?:back|detected)?|mail loop",
  "server (?:is )?(?:too )?busy|too busy|system (?:load|resources)|resources|insufficient system|internal (?:server )?error|local error|malformed(?: or unexpected)? name ?server|receiving mail (?:at a rate|too)|too quickly|at this time\\b",
  "vorubergehend|spater erneut|momentanement|temporaire|ulterieurement|essayer plus tard|temporalmente|mas tarde|temporaneamente|tijdelijk|later opnieuw|tymczasow|докучас|временно|позже|しばらく|一時的|稍后|暂时|일시적",
] as const;

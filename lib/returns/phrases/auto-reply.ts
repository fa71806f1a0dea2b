/** Subjects of answers that nobody typed; tested on text made by `plain`. */
export const AUTO_SUBJECTS = [
  "out[- ]of[- ](?:the )?office|\\booo\\b|away from (?:my|the) (?:office|mail|desk|e-?mail)|on (?:vacation|holiday|leave|annual leave|maternity|paternity)|vacation|auto(?:matic|mated|matisch\\S{0,2})?[ -]?(?:re(?:ply|sponse|sponder|spond|ply:)|reply|antwort|answer|acknowledg)|autoreply|automatic (?:reply|response)|^auto:|\\(auto\\)|^automatic:|maternity leave|i am away|absence|no longer (?:with|at|employed|works)",
  "abwesen|automatische (?:antwort|abwesenheit|nachricht)|urlaub|nicht im (?:buro|haus)|abwezig|automatisch(?:e)? (?:antwoord|bericht|beantwoord)|reponse automatique|absence du bureau|absent du bureau|message automatique|en conges|respuesta automatica|fuera de (?:la )?oficina|ausente|ausencia|resposta automatica|fora do escritorio|ausencia temporaria|risposta automatica|fuori (?:sede|ufficio)|assenza|automatyczna odpowied|poza biurem|nieobecn|automaticka odpoved|mimo kancelar|automatikus valasz|otomatik yanit|otomatik cevap|ofis disinda|автоответ|автоматический ответ|автоматическии ответ|нет на месте|отпуск|autosvar|automatiskt svar|automatisk svar|franvaro|fravaer|ikke til stede|poissa(?:olo)?|automaattinen vastaus|自動応答|自動返信|不在通知|自动回复|自動回覆|外出|자동 ?(?:회신|응답)|부재",
] as const;

/** Answers that ask the sender to prove to be a person; tested on text made by `plain`. */
export const CHALLENGES = [
  "(?:click|follow|visit|reply|respond)…(?:to (?:be|have)…(?:added|approved|deliver|confirm|verif)|to (?:deliver|confirm|verify|release|authenticate)|link (?:below|to))…",
  "protected by|guest list|wait-?listed|challenge[ -]response|not pre-?approved|sender (?:verification|confirmation|address verification)|verify (?:that )?you(?:r| are)|(?:approved|allowed|safe|white) ?(?:sender|senders)?'? ?list|confirm your (?:message|e-?mail|address|identity)|to prove (?:you|that)|human|(?:please )?confirm that you (?:sent|are)|spam ?arrest|boxbe|mailblocks|sender id verif|earthlink spamblocker",
] as const;

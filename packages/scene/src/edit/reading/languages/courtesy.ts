/** What nine languages say beside what they ask for. */

const LATIN_START =
  "bitte|kannst du|könntest du|können sie|könnten sie|würdest du|ich möchte,? dass|ich will,? dass|ich hätte gern|nur|einfach|aber|und|dann|außerdem|jetzt|mal|s['’]il (?:te|vous) plaît|peux-tu|pourrais-tu|pouvez-vous|pourriez-vous|veuillez|je veux que|je voudrais(?: que)?|seulement|juste|simplement|mais|et|puis|ensuite|maintenant|por favor|puedes|podrías|puede|podría|quiero(?: que)?|quisiera|solo|sólo|solamente|simplemente|pero|y|luego|ahora|per favore|puoi|potresti|può|potrebbe|vorrei|voglio(?: che)?|solo|soltanto|ma|e|poi|adesso|você pode|pode|poderia|podes|quero(?: que)?|gostaria(?: de| que)?|só|apenas|mas|depois|agora|tolong|mohon|bisakah (?:anda|kamu)|hanya|कृपया|क्या आप|من فضلك|رجاء|رجاءً|هل يمكنك|براہ کرم|মেহেরবানি করে|দয়া করে|অনুগ্রহ করে|пожалуйста|можешь|можете|не мог(?:ли|ла|) бы (?:вы|ты)|хочу,? чтобы|просто|только|но|а|и|потом|теперь";
const START = new RegExp(
  `^(?:(?:${LATIN_START})[\\s,]+)+|^(?:请你?|麻烦|帮我|能不能|可以|你能|我想|我要)+(?:把(?=我|这))?|^(?:제발|좀|그냥)\\s+`,
  'iu',
);
const END =
  /[\s,]+(?:bitte|danke|vielen dank|s['’]il (?:te|vous) plaît|svp|stp|merci|por favor|gracias|per favore|grazie|por favor|obrigad[oa]|пожалуйста|спасибо)$|(?:谢谢|吧|吗)$|(?:を)?お願いします$/iu;

/** A clause without "please", "could you" and "only". */
export function stripCourtesy(clause: string): string {
  let rest = clause.trim();
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = ` ${rest.replace(START, '')}`.replace(END, '').trim();
  }
  return rest;
}

/** Something is to stay as it is: that asks for nothing. */
const KEEP =
  /^(?:jangan\b|لا تغير|(?:lass|lasse|behalte|ohne)\s.*(?:\bwie\b|\bso\b|unverändert|zu (?:ändern|verändern))|(?:verändere?|ändere?|berühre?)\s.*\bnicht\b|(?:ne|n['’])\s*(?:pas )?(?:chang|touch|modifi|alt)\p{L}*|gard(?:e|er|ez)\b|sans (?:chang|touch|modifi)\p{L}*|conserv\p{L}*|no (?:cambi|toqu|modifi|alter)\p{L}*|sin (?:cambi|toc|modific|alter)\p{L}*|(?:mantén|mantener|deja) .*(?:igual|como está)?$|non (?:cambi|tocc|modific|alter)\p{L}*|senza (?:cambi|tocc|modific|alter)\p{L}*|(?:mantieni|lascia)\b.*|não (?:mud|alter|toqu|mex|modifi)\p{L}*|sem (?:mud|alter|toc|mex|modific)\p{L}*|mantenha\b.*|не (?:меняй|трогай|изменяй|менять|трогать|изменять)\p{L}*|оставь\p{L}*|сохрани\p{L}*|(?:不要|别|请勿|勿|不)(?:改变|改|动|更改|碰|修改|变)|保持|保留|.*(?:そのまま|変えない|変えず|変更しない)|.*(?:그대로|변경하지|바꾸지 ?(?:말|마|않)))/iu;

export function isKept(clause: string): boolean {
  return KEEP.test(clause);
}

/** Without its sound, whatever verb is beside it. */
export const WITHOUT_SOUND =
  /(?:\bohne (?:den |jeden )?(?:ton|sound|klang)|\bsans (?:le |aucun )?(?:son|audio|bruit)|\bsin (?:el )?(?:sonido|audio)|\bsenza (?:il |l['’])?(?:suono|audio|sonoro)|\bsem (?:o )?(?:som|áudio)|без звука|беззвучн|音なし|音声なし|没有声音|无声|静音|소리 ?(?:없이|없는)|무음)/iu;

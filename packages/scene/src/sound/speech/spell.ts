import type { SpokenLanguage } from './recording.ts';

/** Words as one of the languages writes them. */
export interface Spelled {
  readonly text: string;
  readonly language: SpokenLanguage;
}

const FEW_WORDS: Readonly<Record<'en' | 'es' | 'de' | 'fr' | 'it' | 'pt', RegExp>> = {
  en: /\b(?:the|and|you|is|are|hello|hi|to|of|my|we|this|that|it|what|not|good|welcome|look|world|please|thank)\b/gu,
  es: /\b(?:el|los|las|una?|hola|que|qué|es|está|buenos|buenas|gracias|por|con|para|mundo|señor|muy|del|días|adiós|yo|amigo)\b|[ñ¿¡]/gu,
  de: /\b(?:der|die|das|und|ist|nicht|ich|du|wir|hallo|guten|ein|eine|danke|bitte|welt|tag|sie|mit|auf|wie|geht)\b|[ßäöü]/gu,
  fr: /\b(?:le|les|une?|et|est|bonjour|salut|je|tu|nous|vous|merci|monde|c'est|pas|dans|avec|pour|très|bonsoir|oui)\b|[çœêèûîâ]/gu,
  it: /\b(?:il|gli|una?|e|è|ciao|che|sono|grazie|buongiorno|mondo|di|per|con|non|questo|bella|bello|buona|sera|tutti)\b|[ìò]/gu,
  pt: /\b(?:o|os|as|uma?|e|é|olá|que|não|obrigad[oa]|bom|boa|dia|mundo|com|para|você|muito|tudo|bem|eu)\b|[ãõ]/gu,
};

/** @returns undefined where it is written in a script that cannot be spelled by sound: Chinese, Arabic, Hindi and others. */
export function spellOut(said: string): Spelled | undefined {
  const text = said.normalize('NFC').trim();
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) {
    // Kanji have no sound of their own here; a line that needs them is hummed.
    return /\p{Script=Han}/u.test(text) ? undefined : { text: spellKana(text), language: 'es' };
  }
  if (/\p{Script=Hangul}/u.test(text)) return { text: spellHangul(text), language: 'es' };
  if (/\p{Script=Cyrillic}/u.test(text)) return { text: swap(text.toLowerCase(), CYRILLIC), language: 'es' };
  if (/\p{Script=Greek}/u.test(text)) return { text: swap(plain(text).toLowerCase(), GREEK), language: 'es' };
  if (!/\p{Script=Latin}|\d/u.test(text) || /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text))
    return undefined;
  const language = languageOf(text);
  if (language === 'it') return { text: replaceAll(text.toLowerCase(), ITALIAN), language: 'es' };
  if (language === 'pt') return { text: replaceAll(text.toLowerCase(), PORTUGUESE), language: 'es' };
  return { text, language };
}

function languageOf(text: string): keyof typeof FEW_WORDS {
  const lower = text.toLowerCase();
  let [best, most]: [keyof typeof FEW_WORDS, number] = ['en', 0];
  for (const language of ['en', 'es', 'de', 'fr', 'it', 'pt'] as const) {
    const found = lower.match(FEW_WORDS[language])?.length ?? 0;
    if (found > most) [best, most] = [language, found];
  }
  return best;
}

type Rewrites = readonly (readonly [RegExp, string])[];
const replaceAll = (text: string, rules: Rewrites): string =>
  rules.reduce((spelled, [from, to]) => spelled.replace(from, to), text);

// Read by a Spanish voice, whose vowels are the same.
const ITALIAN: Rewrites = [
  [/ch(?=[eiè])/gu, 'k'],
  [/gh(?=[ei])/gu, 'gu'],
  [/sc(?=[eiè])/gu, 'sh'],
  [/ci(?=[aou])/gu, 'ch'],
  [/c{1,2}(?=[eièì])/gu, 'ch'],
  [/gli(?=[aeou])/gu, 'll'],
  [/\bgli\b/gu, 'lli'],
  [/gn/gu, 'ñ'],
  [/gi(?=[aou])/gu, 'y'],
  [/g{1,2}(?=[eiè])/gu, 'y'],
  [/z{1,2}/gu, 'ts'],
  [/qu/gu, 'cu'],
  [/è/gu, 'é'],
  [/ò/gu, 'ó'],
  [/ì/gu, 'í'],
  [/à/gu, 'á'],
  [/ù/gu, 'ú'],
];
const PORTUGUESE: Rewrites = [
  [/ção\b/gu, 'saun'],
  [/ões\b/gu, 'oins'],
  [/ão/gu, 'aun'],
  [/ã/gu, 'an'],
  [/õ/gu, 'on'],
  [/nh/gu, 'ñ'],
  [/lh/gu, 'll'],
  [/ç/gu, 's'],
  [/ss/gu, 's'],
  [/z/gu, 's'],
  [/j/gu, 'y'],
  [/x/gu, 'sh'],
  [/ê/gu, 'é'],
  [/ô/gu, 'ó'],
  [/â/gu, 'á'],
];

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');
const table = (pairs: string): ReadonlyMap<string, string> =>
  new Map(pairs.split(' ').map((pair) => [pair[0]!, pair.slice(1)]));
const swap = (text: string, letters: ReadonlyMap<string, string>): string =>
  [...text].map((letter) => letters.get(letter) ?? letter).join('');

const CYRILLIC = table(
  'аa бb вv гg дd еe ёio жsh зs иi йi кk лl мm нn оo пp рr сs тt уu фf хj цts чch шsh щsh ъ ыi ь эe юiu яia іi їi єie ґg ўu',
);
const GREEK = table('αa βv γg δd εe ζs ηi θz ιi κk λl μm νn ξx οo πp ρr σs ςs τt υi φf χj ψps ωo');

const KANA = table(
  'あa いi うu えe おo かka きki くku けke こko がga ぎgui ぐgu げgue ごgo さsa しshi すsu せse そso ざdsa じyi ずdsu ぜdse ぞdso たta ちchi つtsu てte とto だda ぢyi づdsu でde どdo なna にni ぬnu ねne のno はja ひji ふfu へje ほjo ばba びbi ぶbu べbe ぼbo ぱpa ぴpi ぷpu ぺpe ぽpo まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa をo んn ゃ・ya ゅ・yu ょ・yo ぁa ぃi ぅu ぇe ぉo っ ー ',
);

function spellKana(text: string): string {
  // Both syllabaries lie in the same order, 96 code points apart.
  const hiragana = text.replace(/[ァ-ヶ]/gu, (kana) => String.fromCodePoint(kana.codePointAt(0)! - 96));
  return swap(hiragana.replace(/は(?=[、。！？\s]|$)/gu, 'わ'), KANA)
    .replace(/i・(y[auo])/gu, '$1')
    .replaceAll('・', '')
    .replace(/[、。！？]/gu, (mark) => ({ '、': ', ', '。': '. ', '！': '! ', '？': '? ' })[mark]!);
}

const LEADS = 'g kk n d tt r m b pp s ss · y ch ch k t p j'.split(' ');
const VOWELS = 'a e ya ye o e yo ye o wa we we yo u wo we wi yu eu ui i'.split(' ');
const TAILS = ' k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ');

function spellHangul(text: string): string {
  return text.replace(/[가-힣]/gu, (syllable) => {
    const index = syllable.codePointAt(0)! - 0xac00;
    const lead = LEADS[Math.floor(index / 588)]!;
    return (lead === '·' ? '' : lead) + VOWELS[Math.floor((index % 588) / 28)]! + TAILS[index % 28]!;
  });
}

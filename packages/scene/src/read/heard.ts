import type { SoundKind } from '../scene.ts';

/** What is heard by the words for what makes it, the first that fits. */
const HEARD: readonly (readonly [words: RegExp, kind: SoundKind])[] = [
  [/\b(?:sea ?gulls?|gulls)\b/, 'gulls'],
  [/\b(?:owls?|hoot\w*)\b/, 'hoot'],
  [/\b(?:wol(?:f|ves)|howls?|howling (?!wind)|coyotes?)\b/, 'howl'],
  [/\b(?:birds?|bird ?song|song ?birds?|sparrows?|robins?|nightingales?|chirp\w*|tweet\w*)\b/, 'birds'],
  [/\b(?:crickets?|cicadas?)\b/, 'crickets'],
  [/\b(?:insects?|bees?|buzz\w*|flies)\b/, 'insects'],
  [/\b(?:frogs?|croak\w*|toads?)\b/, 'frogs'],
  [/\b(?:monkeys?|apes?)\b/, 'monkeys'],
  [/\b(?:dogs?|bark\w*|pupp(?:y|ies))\b/, 'bark'],
  [/\b(?:cats?|meow\w*|purr\w*|kittens?)\b/, 'meow'],
  [/\b(?:cows?|cattle|moo\w*)\b/, 'moo'],
  [/\b(?:sheep|goats?|lambs?|bleat\w*)\b/, 'baa'],
  [/\b(?:pigs?|oink\w*)\b/, 'oink'],
  [/\b(?:roosters?|chickens?|hens?|cluck\w*|crow(?:s|ing))\b/, 'cluck'],
  [/\b(?:ducks?|geese|quack\w*)\b/, 'quack'],
  [/\b(?:elephants?|trumpeting)\b/, 'trumpet'],
  [/\b(?:whales?|dolphins?)\b/, 'whale'],
  [/\b(?:lions?|tigers?|bears?|dragons?|monsters?|dinosaurs?|roars?)\b/, 'roar'],
  [/\b(?:neigh\w*|whinn\w+)\b/, 'neigh'],
  [/\b(?:horses?|hoo(?:f|ves)\w*|gallop\w*)\b/, 'hooves'],
  [/\b(?:thunder\w*|storm)\b/, 'thunder'],
  [/\b(?:rain\w*|drizzle|downpour|patter\w*)\b/, 'rain'],
  [/\b(?:drip\w*|dripping water)\b/, 'drips'],
  [/\b(?:waterfalls?|cascade)\b/, 'waterfall'],
  [/\b(?:fountains?)\b/, 'fountain'],
  [/\b(?:splash\w*)\b/, 'splash'],
  [/\b(?:waves?|sea|ocean|surf|tide|shore|lapping)\b/, 'sea'],
  [/\b(?:rivers?|streams?|brooks?|creeks?|water|babbl\w*|trickl\w*|gurgl\w*)\b/, 'river'],
  [/\b(?:wind|winds|breeze|gusts?|gale|rustl\w*|leaves)\b/, 'wind'],
  [/\b(?:lava|eruption)\b/, 'lava'],
  [/\b(?:fire|fire ?place|camp ?fire|flames?|crackl\w*|logs|embers|sizzl\w*)\b/, 'fire'],
  [/\b(?:sirens?|ambulances?)\b/, 'siren'],
  [/\b(?:(?:fog|ship|car|train|air) ?horns?|horns?|whistle of a train|train whistle)\b/, 'horn'],
  [/\b(?:trains?|rail\w*|locomotive|subway)\b/, 'train'],
  [/\b(?:helicopters?|propellers?|drones?|rotors?)\b/, 'propeller'],
  [/\b(?:jets?|air ?planes?|planes?)\b/, 'jet'],
  [/\b(?:engines?|motors?|motorcycles?|rev\w*)\b/, 'engine'],
  [/\b(?:traffic|cars?|honk\w*|vehicles?)\b/, 'traffic'],
  [/\b(?:explo\w+|gun ?(?:fire|shots?)|blasts?|booms?|cannons?|bombs?)\b/, 'explosion'],
  [/\b(?:lasers?|zaps?|electric\w*|sparks?)\b/, 'zap'],
  [/\b(?:swords?|steel|blades?|clash\w*)\b/, 'swords'],
  [/\b(?:fireworks?)\b/, 'fireworks'],
  [/\b(?:laugh\w*|giggl\w*|chuckl\w*)\b/, 'laughter'],
  [/\b(?:cheer\w*|shouts? of joy|hurra\w*)\b/, 'cheer'],
  [/\b(?:heart ?beats?|beating hearts?|pulse)\b/, 'heartbeat'],
  [/\b(?:shatter\w*|breaking glass|glass breaking|smash\w*)\b/, 'shatter'],
  [/\b(?:thuds?|thump\w*|bang(?:s|ing)?|knock\w*|hammer\w*)\b/, 'thump'],
  [/\b(?:whoosh\w*|swoosh\w*|swish\w*)\b/, 'whoosh'],
  [/\b(?:pop(?:s|ping)?|corks?)\b/, 'pop'],
  [/\b(?:clicks?|clicking|shutter)\b/, 'click'],
  [/\b(?:brakes?|screech\w*|squeal\w*)\b/, 'brakes'],
  [/\b(?:rumbl\w*|earthquake)\b/, 'rumble'],
  [/\b(?:hiss\w*|fizz\w*|steam)\b/, 'fizz'],
  [/\b(?:applau\w+|clapp\w+)\b/, 'applause'],
  [/\b(?:crowds?|chatter\w*|voices?|people|children|murmur\w*|conversations?|talking|audience|party|kids)\b/, 'crowd'],
  [/\b(?:bells?|toll\w*)\b/, 'bell'],
  [/\b(?:chimes?|chiming|jingl\w*|tinkl\w*)\b/, 'chime'],
  [/\b(?:clocks?|tick\w*)\b/, 'clock'],
  [/\b(?:typing|keyboards?|typewriters?|keys)\b/, 'typing'],
  [/\b(?:dish\w*|plates?|cutlery|clink\w*|clatter\w*|pots?|pans?|cups?|kitchen)\b/, 'dishes'],
  [/\b(?:crunch\w*|snow)\b/, 'snowSteps'],
  [/\b(?:foot ?steps?|steps|walking|running feet|boots|heels)\b/, 'footsteps'],
  [/\b(?:creak\w*|floor ?boards?|doors?)\b/, 'creak'],
  [/\b(?:wings?|flapp\w+|flutter\w*)\b/, 'wings'],
  [/\b(?:flags?|sails?)\b/, 'flag'],
  [/\b(?:bicycles?|bikes?)\b/, 'bicycle'],
  [/\b(?:wheels?|carts?|carriages?)\b/, 'wheels'],
  [/\b(?:robots?|beep\w*|machines?|servos?|whirr\w*|computers?)\b/, 'robot'],
  [/\b(?:hum|hums|humming|buzz|drone of)\b/, 'hum'],
  [/\b(?:city|street|urban|market|town)\b/, 'city'],
  [
    /\b(?:music|songs?|sing\w*|melod\w+|piano|guitars?|violins?|drums?|flutes?|choir|jazz|orchestra|harp|accordion|saxophone|band)\b/,
    'music',
  ],
  [/\b(?:jungle|forest|woods|nature)\b/, 'birds'],
];

/** A stretch of the prompt's text that tells of what is heard alone. */
export interface Heard {
  readonly from: number;
  readonly to: number;
  readonly sounds: readonly SoundKind[];
}

const NOISE =
  '(?:sounds?|sound effects?|noises?|audio|murmur(?:s|ing)?|hum(?:ming)?|roar(?:ing)?|rumbl(?:e|es|ing)|echo(?:es|ing)?|patter(?:ing)?|crackl(?:e|es|ing)|rustl(?:e|es|ing)|chirp(?:s|ing)?|calls?|cry|cries|crying|hiss|clatter|clink(?:ing)?|toll(?:ing)?|ringing|ticking|tick|howl(?:s|ing)?|hoot(?:s|ing)?|buzz(?:ing)?|croak(?:s|ing)?|crash(?:ing)?|lapping|gurgl(?:e|ing)|dripping|tapping|whistl(?:e|es|ing)|laughter|chatter|barking|creak(?:s|ing)?)';
const END = '(?= [.;"|] | (?:as|while|until|the camera|camera|in the style|then|but)\\b| ?$)';
/** To the next mark; a list goes on over commas as long as its members are heard. */
const SPANS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:the |a |an |with |and |only |distant |faint |soft |gentle |loud |ambient |background |low |deep |quiet )*${NOISE}(?: (?:effects?|design))? (?:of|from|include|includes|are|is)\\b [^.;"|]{2,160}?${END}`,
    'gu',
  ),
  /\b(?:you|we|one|he|she|they|i) (?:can |could |only )*(?:hears?|heard) [^.;"|]{2,120}?(?= [.;"|] | (?:as|while|until)\b| ?$)/gu,
  /(?<=[.,;"|] |^|and |with )(?:(?:the|a|an|distant|faint|soft|gentle|only|some) )*(?:[a-z']+ ){1,4}(?:(?:can|could|is|are) be heard|(?:is|are) heard|audible|(?:sounds?|noises?)(?= [.,;]| in | and | ?$))/gu,
];
/** Where a sentence speaks of listening, what is far or soft is heard rather than seen. */
/** What the music is played on is not seen for that. */
const MUSIC =
  /\b(?:the )?(?:background )?(?:music|soundtrack|score|melody) (?:is|features|with|of|plays|playing|consists of)\b [^.;"|]{2,80}?(?= [.,;"|] | ?$)/gu;
const LISTENS = /\b(?:silen\w+|quiet\w*|sounds?|hear|heard|music|audio|noises?|echo\w*|listen\w*|hush\w*)\b/;
const FAINT =
  /\b(?:only |and |the |a |just )*(?:distant|faint|soft|gentle|muffled|far ?off|echoing|lapping|crashing) (?:[a-z]+ ){0,2}?(?:birds?(?: ?song)?|bells?|traffic|waves(?: (?:against|on|at) (?:the|a) [a-z]+)?|thunder|wind|music|voices|laughter|sirens?|train|dogs? barking|foot ?steps|rain|crickets|seagulls|gulls|drums|chatter|applause|wol(?:f|ves)|drips?|dripping(?: water)?|water)(?: (?:singing|calling|chirping|ringing|crying|howling|rolling|rumbling|crashing|lapping|tolling|in the distance))*/gu;
const MEMBERS = 6;

/** Finds what a text says is only heard, and what makes those sounds. */
export function findHeard(text: string): Heard[] {
  const found: Heard[] = [];
  const add = (from: number, words: string): void => {
    const sounds = soundsIn(words);
    if (sounds.length === 0 || found.some((one) => from < one.to && from + words.length > one.from)) return;
    found.push({ from, to: from + words.length, sounds });
  };
  for (const span of SPANS) for (const match of text.matchAll(span)) add(match.index, heardPart(match[0]));
  for (const match of text.matchAll(MUSIC)) add(match.index, match[0]);
  let at = 0;
  for (const sentence of text.split(/(?<= [.;] )/)) {
    if (LISTENS.test(sentence)) for (const match of sentence.matchAll(FAINT)) add(at + match.index, match[0]);
    at += sentence.length;
  }
  return found;
}

/** Of a list that goes on over commas the members that make a sound; the first always counts. */
function heardPart(words: string): string {
  const parts = words.split(/(?<= ,) /);
  let length = parts[0]!.length;
  for (const part of parts.slice(1, MEMBERS)) {
    if (soundsIn(part).length === 0) break;
    length += 1 + part.length;
  }
  return words.slice(0, length);
}

function soundsIn(words: string): SoundKind[] {
  const kinds = words.split(/ , | and | with | mixed | over /).flatMap((part) => {
    // "The roar of the crowd" is the crowd's.
    const source = part.split(/ (?:of|from) /).at(-1) ?? part;
    return HEARD.find(([test]) => test.test(source))?.[1] ?? HEARD.find(([test]) => test.test(part))?.[1] ?? [];
  });
  return [...new Set(kinds)];
}

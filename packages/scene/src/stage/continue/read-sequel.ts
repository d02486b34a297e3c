import type { Lexicon } from '../../lexicon/lexicon.ts';
import { readGrammar } from '../../read/grammar.ts';
import type { Mention } from '../../read/mention.ts';
import { readPicture } from '../../read/picture.ts';
import { readPrompt } from '../../read/read-prompt.ts';
import { spellEmoji } from '../../read/spell-emoji.ts';
import { readTerms } from '../../read/terms.ts';
import { tokenize } from '../../read/tokens.ts';
import { translate } from '../../read/translate.ts';
import type { Motion, Scene, SceneActor } from '../../scene.ts';
import { isDoing } from './is-doing.ts';
import { weatherIn } from './read-weather.ts';
import type { ActorTurn, Sequel } from './sequel.ts';

export interface SequelOptions {
  readonly lexicon: Lexicon;
  readonly seed: number;
}

/** Newcomers that a film still has room for. */
const NEWCOMERS_MAX = 6;
const VANISH =
  /\b(?:fad(?:e|es|ing|ed)|vanish\w*|disappear\w*|dissolv\w*|evaporat\w*|shrinks?|shrinking|gone|out of sight)\b/;
const DEPART =
  /\b(?:leav(?:e|es|ing)|exits?|exiting|depart\w*|goes away|go away|away|off into|out of (?:the )?(?:frame|picture|view|shot|scene)|into the distance|off screen|offscreen)\b/;
const FLY =
  /\b(?:fl(?:y|ies|ying)|soar\w*|ris(?:e|es|ing)|ascend\w*|float\w*|lifts? off|takes? off|blasts? off|shoots? up)\b/;
const HALT =
  /\b(?:stops?|stopping|halts?|pauses?|freezes?|stands? still|comes? to rest|rests?|stays?|waits?|slows? down)\b/;
const LOOK =
  /\b(?:looks?|turns?|faces?|gazes?|glances?)\b.*\b(?:at us|(?:at|to|towards?|into) the (?:camera|viewer|lens)|our way)\b/;
/** The same in other languages, whose verbs are not translated word by word. */
const VANISH_ABROAD =
  /verschwind|verblass|dispara[iî]|s'efface|desaparec|desvanec|se pierde|spari|svani|scompa|sumiu|some n|исчез|раствор|消え|消失|消逝|사라/;
const DEPART_ABROAD =
  /fliegt (?:weg|davon)|geht weg|läuft weg|entfernt|s'éloigne|s'en va|s'envole|se aleja|se va\b|si allontana|vola via|se afasta|vai embora|улета|уход|уезжа|去って|飛び去|离开|飞走|远去|떠나|날아가/;
const TURN_AWAY = /\bturns? (?:around|away|back|round|its back|his back|her back)\b/;
const STARS_REMAIN = /\bstars?\b/;

/** A move of the camera that does not name it, first thing in the prompt: "slow pan left". */
const BARE_MOVE = /^\W*(?:(?:slow|gentle|quick|fast|smooth)(?:ly)? )?(pan|tilt|dolly|zoom|crane|orbit)\b/i;
const WAVING =
  /\b(?:he|she|it|they|and|then|man|woman|girl|boy|robot|person|child) (?:smiles and )?waves?\b|\bwaving\b/;

/** Gaits that an actor may take up in the middle of a film; others are places, not doings. */
const TAKEN_UP: ReadonlySet<Motion['kind']> = new Set(['wave', 'dance', 'jump', 'spin', 'sway', 'walk', 'run', 'fly']);
/** Verbs of going on that a reader of pictures takes for names. */
const BEGINNINGS = /^(?:begin|start|continu|keep|suddenly|slowly|then|next|夜幕)/i;
/** These belong to the sky, or are events. */
const NOT_NEW: ReadonlySet<SceneActor['kind']> = new Set(['fireworks', 'mountain', 'cloud', 'window', 'standIn']);

/**
 * Reads what is to happen next in a scene. Pure, and total: whatever the words, the world goes on.
 * @param scene What the film has shown so far.
 */
export function readSequel(asked: string, scene: Scene, { lexicon, seed }: SequelOptions): Sequel {
  const prompt = asked.replace(BARE_MOVE, 'camera $1');
  const { tokens, adjectivesFollow, splitsNouns } = translate(tokenize(spellEmoji(prompt, lexicon)), lexicon);
  const picture = readPicture(tokens);
  const terms = readTerms(tokens, picture.isUsed, lexicon);
  const { mentions, lightsUp, title } = readGrammar(terms, { lexicon, adjectivesFollow, splitsNouns });
  const text = [prompt, ...tokens.map(({ word }) => word)].join(' ').toLowerCase().replaceAll('-', ' ');
  const { facts } = picture;
  const weather = weatherIn(text) ?? facts.weather;
  const timeTo = facts.timeTo ?? facts.time ?? duskOf(text);
  const known = mentions.flatMap((mention) => {
    const actor = actorOf(mention, scene);
    return actor ? [{ mention, actor }] : [];
  });
  const subject = scene.actors.find(({ isSubject }) => isSubject) ?? scene.actors[0];
  const turns: Record<string, ActorTurn> = {};
  for (const { mention, actor } of known) {
    // What stands behind a preposition does nothing itself.
    const turn = mention.isObject && known.length > 1 ? undefined : turnOf(text, mention, actor);
    if (turn) turns[actor.id] = turn;
  }
  if (known.length === 0 && subject) {
    const turn = turnOf(text, undefined, subject);
    const speaksOfIt = mentions.length === 0 || /\b(?:he|she|it|they|everyone|everybody|all)\b/.test(text);
    if (turn && speaksOfIt) turns[subject.id] = turn;
  }
  const lines = known.flatMap(({ mention, actor }) =>
    mention.says === undefined ? [] : [{ actorId: actor.id, says: mention.says }],
  );
  // "She says …" names nobody: it is whom the film is about.
  const isTold = mentions.some(({ says }) => says !== undefined);
  if (!isTold && title !== undefined && subject && canSpeak(subject, mentions) && SPEAKS.test(text))
    lines.push({ actorId: subject.id, says: title });
  return {
    ...(timeTo === undefined || timeTo === (scene.timeTo ?? scene.time) ? {} : { timeTo }),
    ...(weather === undefined || weather === scene.weather ? {} : { weather }),
    ...(facts.wind === undefined ? {} : { wind: facts.wind }),
    ...(facts.move === undefined ? {} : { camera: { move: facts.move, speed: facts.speed ?? 1 } }),
    events: [...new Set([...picture.events, ...(lightsUp ? (['lightsUp'] as const) : [])])],
    sounds: picture.sounds,
    turns,
    ...(lines.length === 0 ? {} : { lines }),
    newcomers: newcomersOf(prompt, mentions, known, scene, { lexicon, seed }),
  };
}

/** The scene as it is when a sequel is over: what the next one has to go by. */
export function sceneAfter(scene: Scene, { timeTo, weather, newcomers }: Sequel): Scene {
  const { timeTo: walkedTo, ...rest } = scene;
  return {
    ...rest,
    time: timeTo ?? walkedTo ?? scene.time,
    weather: weather ?? scene.weather,
    actors: [...scene.actors, ...newcomers],
  };
}

const SPEAKS =
  /\b(?:says?|saying|said|speaks?|shouts?|whispers?|asks?|replies|answers?|yells?|sings?|exclaims?|calls? out|adds)\b|^["“«„「]/;

/** Whether words that nobody is named for may be the subject's. */
const canSpeak = ({ kind }: SceneActor, mentions: readonly Mention[]): boolean =>
  mentions.length === 0 && !/^(?:house|tree|mountain|planet|moon|cloud|sign|tower|flower|rock)$/.test(kind);

function actorOf(mention: Mention, scene: Scene): SceneActor | undefined {
  const { kind, thing } = mention.noun;
  const same = scene.actors.filter((actor) => actor.kind === kind && (kind !== 'thing' || actor.thing === thing));
  return same.find((actor) => actor.word === mention.word) ?? same.find(({ isSubject }) => isSubject) ?? same[0];
}

function turnOf(text: string, mention: Mention | undefined, actor: SceneActor): ActorTurn | undefined {
  const motion = mention?.motion;
  const direction = mention?.direction;
  const aims = direction === undefined ? {} : { direction };
  const flies = actor.motion.kind === 'launch' || actor.pose === 'flying' || FLYERS.has(actor.kind);
  if (VANISH.test(text) || VANISH_ABROAD.test(text) || motion === 'fade') {
    // A rocket does not dwindle where it is.
    return { kind: 'leave', manner: actor.motion.kind === 'launch' ? 'fly' : 'fade', ...aims };
  }
  if (FLY.test(text) && (flies || DEPART.test(text) || STARS_REMAIN.test(text))) {
    return { kind: 'leave', manner: 'fly', ...aims };
  }
  if (DEPART.test(text) || DEPART_ABROAD.test(text)) return { kind: 'leave', manner: flies ? 'fly' : 'go', ...aims };
  if (LOOK.test(text)) return { kind: 'face', to: 'camera' };
  if (TURN_AWAY.test(text)) return { kind: 'face', to: 'away' };
  if (WAVING.test(text)) return { kind: 'become', motion: { kind: 'wave', speed: 1 }, pose: actor.pose };
  if (HALT.test(text)) return { kind: 'stop' };
  const pose = mention?.pose ?? 'default';
  if (motion !== undefined && TAKEN_UP.has(motion) && motion !== actor.motion.kind) {
    return { kind: 'become', motion: { kind: motion, speed: mention?.speed ?? 1, ...aims }, pose: actor.pose };
  }
  if (pose !== 'default' && pose !== actor.pose && pose !== 'flying') {
    return { kind: 'become', motion: { kind: 'idle', speed: 1 }, pose };
  }
  return undefined;
}

const FLYERS: ReadonlySet<SceneActor['kind']> = new Set(['airplane', 'balloon', 'bird', 'dragon', 'rocket']);

/** "It gets dark" names no hour. */
function duskOf(text: string): Scene['time'] | undefined {
  if (/\b(?:gets?|grows?|turns?|becom\w+|falls?) (?:dark|darker|night)\b|\bdarkness\b/.test(text)) return 'night';
  if (/\b(?:gets?|grows?|turns?|becom\w+) (?:light|bright|brighter)\b|\bday breaks\b/.test(text)) return 'morning';
  return undefined;
}

function sideIn(prompt: string): Pick<SceneActor, 'place'> {
  const [, side] = /\bfrom the (left|right)\b/i.exec(prompt) ?? [];
  return side === undefined ? {} : { place: side.toLowerCase() === 'left' ? 'left' : 'right' };
}

/** Verbs that are called like things. */
function isNoThing({ noun, word }: Mention, prompt: string): boolean {
  if (BEGINNINGS.test(word)) return true;
  return noun.kind === 'thing' && isDoing(prompt, word);
}

/** Whom the prompt names and the scene has not shown, as the reader of whole prompts would cast them. */
function newcomersOf(
  prompt: string,
  mentions: readonly Mention[],
  known: readonly { readonly mention: Mention }[],
  scene: Scene,
  { lexicon, seed }: SequelOptions,
): SceneActor[] {
  const isKnown = new Set(known.map(({ mention }) => mention));
  const fresh = mentions.filter(
    (mention) => !isKnown.has(mention) && !NOT_NEW.has(mention.noun.kind) && !isNoThing(mention, prompt),
  );
  if (fresh.length === 0) return [];
  const room = Math.max(0, 24 - scene.actors.length);
  const cast = readPrompt(prompt, { lexicon, seed }).actors;
  return fresh
    .flatMap(({ noun, word }) => cast.find((actor) => actor.kind === noun.kind && actor.word === word) ?? [])
    .slice(0, Math.min(NEWCOMERS_MAX, room))
    .map(({ relation: _, ...actor }, index) => ({
      ...actor,
      ...sideIn(prompt),
      id: `new-${scene.actors.length + index}-${actor.kind}`,
      count: Math.min(6, actor.count),
      isSubject: false,
    }));
}

import { familyOf } from '../actors/family.ts';
import { ABSORBED } from '../lexicon/absorbed.ts';
import type { PictureFacts } from '../lexicon/picture-rule.ts';
import type { Random } from '../random.ts';
import { type CameraPlan, type Motion, PARTICLES_MAX, type Scene, type SceneActor, type SetKind } from '../scene.ts';
import { traitsOf } from '../sets/set-traits.ts';
import { timeChanges } from './changes.ts';
import { kindName } from './describe-names.ts';
import { isAnimate, type Mention, type Reading } from './mention.ts';
import { callMusicians } from './musicians.ts';
import type { Picture } from './picture.ts';
import type { SetChoice } from './set-choice.ts';
import { chooseSet } from './set-choice.ts';
import { drawPortrait } from './sitting-for.ts';
import { chooseSounds } from './sounds.ts';

const MAX_ACTORS = 24;
const MAX_PROMPT_SPEECH = 500;
/** Rain makes no puddles here. */
const isDryPlace = (set: SetKind): boolean => traitsOf(set).isIndoors || set === 'underwater' || set === 'space';

/** Makes the scene of what was read; what the prompt leaves open is filled with what fits. */
export function composeScene(prompt: string, reading: Reading, read: Picture, random: Random): Scene {
  const picture = drawPortrait(read, reading);
  callMusicians(reading.mentions, picture.facts.music);
  const choice = chooseSet(reading, reading.mentions, picture);
  if (choice === undefined && reading.mentions.length === 0) return defaultScene(prompt, picture, reading, random);
  const { set, details }: SetChoice = choice ?? { set: 'field', details: [] };
  const mentions = reading.mentions
    .filter((mention) => !isAbsorbed(mention, set, reading.mentions))
    .slice(0, MAX_ACTORS);
  const { facts } = picture;
  fillVases(mentions);
  const actors = toActors(mentions, reading.steps).map((actor) => (facts.shot === 'topDown' ? laidDown(actor) : actor));
  const events = new Set(picture.events);
  if (reading.lightsUp) events.add('lightsUp');
  const hasClouds = reading.mentions.some((one) => isSkyCloud(one, set) && one.color === undefined);
  const weather = facts.weather ?? (picture.sounds.includes('thunder') || hasClouds ? 'cloudy' : 'clear');
  const time = facts.time ?? guessTime(set, details, mentions, facts, [...events]);
  const scene: Omit<Scene, 'sounds'> = {
    version: 1,
    prompt,
    set,
    setDetails: [...tableDetails(set, reading.mentions), ...details].slice(0, 12),
    ...(reading.setColor === undefined ? {} : { setColor: reading.setColor }),
    time,
    ...duskTo(set, facts.timeTo, reading.lightsUp),
    weather,
    season: facts.season ?? (weather === 'snow' ? 'winter' : details.includes('blossom') ? 'spring' : 'summer'),
    style: facts.style ?? 'natural',
    haze: facts.haze ?? (weather === 'fog' ? 0.6 : weather === 'storm' ? 0.25 : 0),
    lightRays: facts.lightRays ?? set === 'underwater',
    wetGround: !isDryPlace(set) && (facts.wetGround ?? (weather === 'rain' || weather === 'storm')),
    wind: facts.wind ?? { clear: 0.2, cloudy: 0.25, rain: 0.35, storm: 0.9, snow: 0.25, fog: 0.05 }[weather],
    actors,
    camera: planCamera(facts, set, actors),
    events: [...events].map((kind) => ({ kind })),
    ...mannerOf(picture, reading),
    ...(reading.title === undefined ? {} : { title: reading.title }),
    ...(reading.captions === undefined ? {} : { captions: [...reading.captions] }),
    substitutions: substitutionsOf(mentions),
  };
  return { ...scene, sounds: chooseSounds(scene, picture.sounds) };
}

const TOWNS = /^(?:skyline|street|oldTown|village|hillsideTown|harbour|canal|plaza|cityRiver)$/;

/** The windows of a town light up as the night comes. */
function duskTo(
  set: SetKind,
  timeTo: Scene['timeTo'],
  lightsUp: boolean,
): Pick<Scene, 'timeTo'> & Partial<Pick<Scene, 'time'>> {
  if (timeTo !== undefined) return { timeTo };
  return lightsUp && TOWNS.test(set) ? { time: 'sunset', timeTo: 'night' } : {};
}

/** What is said of time, light, mood, music and absence; nothing where nothing is. */
function mannerOf({ facts, light, particles, without: unseen }: Picture, reading: Reading): Partial<Scene> {
  const { playbackSpeed, isReversed = false, isLooped = false, mood, music, silent } = facts;
  const hasPeople = reading.mentions.some(({ noun }) => noun.kind === 'person');
  const hasCars = reading.mentions.some(({ noun }) => /^(?:car|bus)$/.test(familyOf(noun.kind)));
  const emptied = (reading.details.has('empty') ? ['people', 'cars'] : []).filter((name) =>
    name === 'cars' ? !hasCars : !hasPeople,
  );
  const without = [...new Set([...reading.without, ...unseen, ...emptied])].slice(0, 24);
  const isPlain = playbackSpeed === undefined && !isReversed && !isLooped;
  return {
    ...(isPlain ? {} : { playback: { speed: playbackSpeed ?? 1, reverse: isReversed, loop: isLooped } }),
    ...(light.length === 0 ? {} : { light: [...light] }),
    ...(particles.length === 0 ? {} : { particles: particles.slice(0, PARTICLES_MAX) }),
    ...(mood === undefined ? {} : { mood }),
    ...(music === undefined || silent !== undefined ? {} : { music }),
    ...(silent === undefined ? {} : { silent }),
    ...(without.length === 0 ? {} : { without }),
  };
}

/** What a set is, by its name: it stands there without an actor. */
const SHOWN_BY_SET: Partial<Record<SetKind, RegExp>> = {
  skyline: /^(?:(?:office |building )?windows?|(?:city |office )?lights?)$/,
  farm: /^(?:farm|ranch|farmyard)s?$/,
  volcano: /^(?:volcano(?:e?s)?|(?:ash |smoke )?clouds?)$/,
  factory: /^(?:factory|warehouse)$/,
  shrine: /^(?:shrine|temple)$/,
  castle: /^(?:castle)$/,
  savanna: /^(?:water ?hole|watering hole)$/,
  vineyard: /^winery$/,
  bar: /^(?:shel(?:f|ves)|bar(?: counter)?|counter)$/,
  attic: /^(?:windows?|trunks?|chests?|beams?|boxe?s?|cobwebs?)$/,
  carriage: /^(?:(?:cherry |pine |palm )?trees?|landscapes?|fields?|mountains?|windows?|seats?)$/,
  canal: /^(?:houses?|buildings?|canals?|palaces?|palazzos?|(?:flower )?boxe?s?|poles?|balcon(?:y|ies))$/,
  village: /^(?:roofs|rooftops|chimneys|cottages|houses|homes|lanes?)$/,
  hillsideTown: /^(?:houses?|buildings?|domes?|villages?|favelas?|church(?:es)?|roofs?|rooftops?|homes?|shacks?)$/,
  cemetery:
    /^(?:cemetery|graveyard|(?:grave|tomb|head)stones?|graves?|tombs?|(?:iron )?gates?|fences?|trees?|cross(?:es)?)$/,
  terraces: /^(?:rice|(?:rice )?(?:terraces?|fields?|padd(?:y|ies))|bali)$/,
  funfair:
    /^(?:ferris wheels?|carousels?|merry-go-rounds?|(?:roller ?)?coasters?|booths?|stalls?|rides?|wheels?|horses?|carnivals?|funfairs?)$/,
  floatingIslands: /^(?:(?:(?:floating|flying|sky) )?islands?|waterfalls?)$/,
  playground: /^(?:slides?|swings?|seesaws?|playgrounds?|sandpits?|sandbox(?:es)?|benche?s?)$/,
  hotSpring: /^(?:springs?|hot springs?|onsen|steam)$/,
  tulips: /^(?:tulips?|(?:tulip )?fields?|stripes?|rows?)$/,
  underwater: /^(?:(?:temple |ancient |sunken )*ruins?|columns?|pillars?|temples?|atlantis)$/,
  oasis: /^(?:oasis|lake|pool|pond|palms?|palm trees?|water)$/,
  pier: /^(?:piers?|jetty|jetties|docks?)$/,
  swimmingPool: /^(?:(?:swimming )?pools?|tiles?|lanes?)$/,
  market:
    /^(?:stalls?|(?:market )?stands?|(?:half timbered )?houses?|(?:town|market|church|clock) (?:hall|tower|square)|church)$/,
  sea: /^(?:(?:mount|mt)?\.? ?fuji|waves?)$/,
  harbour: /^(?:(?:harbou?r |container |loading )?cranes?|containers?|docks?|quays?|freighters?|container ships?)$/,
  park: /^(?:benche?s?|lamps?|lamp ?posts?|paths?)$/,
  industrial:
    /^(?:(?:old |industrial )?(?:factor(?:y|ies)|(?:power )?plants?|chimneys?|smokestacks?|mills?|refiner(?:y|ies)|smoke|buildings?))$/,
  gym: /^(?:treadmills?|dumb ?-?bells?|barbells?|weights?|mats?|mirrors?)$/,
  museum: /^(?:paintings?|statues?|frames?)$/,
  shop: /^(?:shel(?:f|ves)|products?|goods|groceries)$/,
  hall: /^(?:castle|palace|cathedral|church|(?:stained glass )?windows?|columns?|pillars?|arche?s?|candles?)$/,
};

const isSkyCloud = ({ noun, isPlural }: Mention, set: SetKind): boolean =>
  noun.kind === 'cloud' && isPlural && traitsOf(set).hasSky && set !== 'sky';

const BUILDINGS: ReadonlySet<string> = new Set(['house', 'castle', 'tower', 'lighthouse', 'temple']);

/** The windows of a house are in its walls, unless somebody is at one of them. */
function isInItsWalls(mention: Mention, all: readonly Mention[]): boolean {
  if (!/^(?:window|door)$/.test(mention.noun.kind) || mention.text !== undefined || mention.color !== undefined)
    return false;
  const isUsed = all.some(({ noun, relation }) => relation?.to === mention && !BUILDINGS.has(noun.kind));
  const home = all.findIndex(({ noun }) => BUILDINGS.has(noun.kind));
  return !isUsed && home >= 0 && home < all.indexOf(mention);
}

/** What a set shows by itself needs no actor, unless the prompt makes something of it. */
function isAbsorbed(mention: Mention, set: SetKind, all: readonly Mention[]): boolean {
  if (isInItsWalls(mention, all)) return true;
  // Stands and halls are full of people already.
  const isHouse = /^(?:stadium|stage)$/.test(set) && /^(?:crowds?|audiences?|fans|spectators)$/.test(mention.english);
  if (isHouse && all.some((one) => one !== mention && isAnimate(one))) return true;
  // Of the trees of a wood the one that falls is a tree of its own.
  if (mention.changes !== undefined && mention.count === 1 && mention.noun.kind !== 'window') return false;
  const shown = SHOWN_BY_SET[set];
  if (shown?.test(mention.english) || shown?.test(mention.word.toLowerCase())) {
    // What somebody sits on is not a part of the background.
    const isSeat = /^(?:streetThing|chair|sofa|bed|table|furnishing)$/.test(mention.noun.kind);
    const isUsed =
      isSeat && all.some(({ relation }) => relation?.to === mention && /^(?:on|riding)$/.test(relation.kind));
    return mention.text === undefined && !isUsed;
  }
  if (!(ABSORBED[set] ?? []).includes(mention.noun.kind)) return false;
  // The studio's own table is the one that things lie on.
  if (set === 'studio') return mention.isObject || all.some(({ relation }) => relation?.to === mention);
  const isWanted = all.some(({ relation }) => relation?.to === mention) || mention.text !== undefined;
  const to = mention.relation?.to;
  // Mountains behind a boat on a lake are those of the lake.
  const isBehind =
    set === 'lake' && mention.isPlural && mention.noun.kind === 'mountain' && mention.relation?.kind === 'behind';
  const isShown = to === undefined || isBehind || SHOWN_BY_SET[set]?.test(to.english) === true;
  const isPlain = mention.color === undefined && isShown;
  return isPlain && !isWanted && (mention.isPlural || mention.isObject);
}

/** A studio that shows the top of a table is told what the table is of. */
function tableDetails(set: SetKind, mentions: readonly Mention[]): string[] {
  const table = set === 'studio' ? mentions.find(({ noun }) => noun.kind === 'table') : undefined;
  if (table === undefined || !isAbsorbed(table, set, mentions)) return [];
  const stuff = ['marble', 'wooden'].find((name) => table.attributes.has(name));
  // Of what nobody says, tables are of wood.
  return [
    stuff === undefined ? (/counter/.test(table.english) ? 'table' : 'wooden table') : `${stuff} table`,
    ...(table.attributes.has('old') ? ['old'] : []),
  ];
}

/** Flowers in a vase are cut, and it holds no others. */
function fillVases(mentions: readonly Mention[]): void {
  for (const flower of mentions) {
    const vase = flower.relation?.to;
    if (flower.noun.kind !== 'flower' || flower.relation?.kind !== 'inside' || vase?.noun.kind !== 'vase') continue;
    flower.attributes.add('cut');
    flower.size *= 0.6;
    vase.attributes.add('filled');
  }
}

/** Seen from straight above, what is only a picture of a thing has to face the sky. */
function laidDown(actor: SceneActor): SceneActor {
  const hasFace = /^(?:thing|book|screen)$/.test(actor.kind);
  return hasFace && actor.pose === 'default' ? { ...actor, pose: 'lying' } : actor;
}

function toActors(mentions: readonly Mention[], steps: number): SceneActor[] {
  const ids = new Map<Mention, string>();
  const counts = new Map<string, number>();
  for (const mention of mentions) {
    const { kind } = mention.noun;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    ids.set(mention, `${kind}-${counts.get(kind)}`);
  }
  const free = mentions.filter(({ isObject }) => !isObject);
  // What is put in the foreground is what the picture is about.
  const subject = free.find(({ place }) => place === 'foreground') ?? free[0] ?? mentions[0];
  return mentions.map((mention) => {
    const isSubject = mention === subject || (!mention.isObject && mention.noun.kind === subject?.noun.kind);
    return { ...toActor(mention, ids, isSubject), ...timeChanges(mention, steps) };
  });
}

function toActor(mention: Mention, ids: ReadonlyMap<Mention, string>, isSubject: boolean): SceneActor {
  const { noun, relation, text, says, color, place } = mention;
  const to = relation && ids.get(relation.to);
  const and = relation?.and && ids.get(relation.and);
  return {
    id: ids.get(mention)!,
    kind: noun.kind,
    word: mention.word,
    ...(noun.thing === undefined ? {} : { thing: noun.thing }),
    count: mention.count,
    ...(color === undefined ? {} : { color }),
    size: Math.min(10, Math.max(0.05, Number(mention.size.toFixed(3)))),
    attributes: [...mention.attributes].filter((attribute) => attribute !== '-').slice(0, 12),
    pose: mention.pose,
    motion: toMotion(mention),
    ...(place === undefined ? {} : { place }),
    ...(mention.does === undefined ? {} : { does: mention.does }),
    ...(mention.acts === undefined ? {} : { acts: mention.acts.slice(0, 4) }),
    ...(mention.parts.size === 0
      ? {}
      : { parts: [...mention.parts].slice(0, 12).map(([name, color]) => ({ name: name.slice(0, 40), color })) }),
    ...(relation === undefined || to === undefined
      ? {}
      : { relation: { kind: relation.kind, to, ...(and === undefined ? {} : { and }) } }),
    ...(text === undefined ? {} : { text: text.slice(0, 200) }),
    ...(says === undefined ? {} : { says: says.slice(0, MAX_PROMPT_SPEECH) }),
    isSubject,
  };
}

/** What moves by itself, where the prompt says nothing: flames flicker, balloons hang in the air. */
function toMotion({ noun, motion, direction, speed }: Mention): Motion {
  const own: Partial<Record<string, Motion['kind']>> = {
    candle: 'flicker',
    fire: 'flicker',
    balloon: 'float',
    cloud: 'float',
    flower: 'sway',
    tree: 'sway',
    waterfall: 'fall',
    fish: 'swim',
  };
  const kind =
    motion === undefined || (motion === 'idle' && noun.kind === 'candle')
      ? (own[familyOf(noun.kind)] ?? 'idle')
      : motion;
  const facing = direction ?? (kind === 'launch' || kind === 'rise' ? 'up' : kind === 'fall' ? 'down' : undefined);
  return { kind, ...(facing === undefined ? {} : { direction: facing }), speed: Math.min(4, Math.max(0.1, speed)) };
}

function guessTime(
  set: SetKind,
  details: readonly string[],
  mentions: readonly Mention[],
  facts: PictureFacts,
  events: readonly string[],
): Scene['time'] {
  if (events.includes('fireworks') || set === 'space' || details.includes('neon') || details.includes('aurora'))
    return 'night';
  const hasFlame = mentions.some(
    ({ noun, changes }) =>
      (noun.kind === 'cake' && changes?.some(({ kind }) => kind === 'goOut' || kind === 'light') === true) ||
      noun.kind === 'candle' ||
      noun.kind === 'fire' ||
      noun.kind === 'streetLamp',
  );
  if (details.includes('dark') || (hasFlame && set !== 'studio')) return 'night';
  if (details.includes('stars') || mentions.some(({ noun }) => noun.kind === 'moon')) return 'night';
  if (facts.style === 'noir' || facts.style === 'cyberpunk') return 'night';
  if (facts.style === 'vaporwave') return 'sunset';
  if (events.includes('lightsUp')) return 'dusk';
  if (details.includes('silhouette')) return 'sunset';
  return 'day';
}

function planCamera(facts: PictureFacts, set: SetKind, actors: readonly SceneActor[]): CameraPlan {
  const isOnRoof = actors.some(({ kind }) => familyOf(kind) === 'person');
  const isView = actors.length === 0 || (set === 'skyline' && !isOnRoof) || set === 'space';
  const isOnTable = facts.isBirdsEye === true && actors.length > 0 && LAID_OUT.has(familyOf(actors[0]!.kind));
  // A flame that is blown out is what it is about.
  const isOfFlame = actors.some(
    ({ kind, changes }) =>
      /^(?:cake|candle)$/.test(kind) && changes?.some((change) => change.kind === 'goOut' || change.kind === 'light'),
  );
  const usual = isView ? 'wide' : isOfFlame ? 'close' : 'medium';
  const shot = isOnTable ? 'topDown' : (facts.shot ?? usual);
  const { lens, focus } = facts;
  return {
    shot,
    move: facts.move ?? 'drift',
    ...(facts.moves === undefined ? {} : { moves: facts.moves }),
    ...(facts.sweeps === undefined ? {} : { sweeps: facts.sweeps }),
    speed: facts.speed ?? 1,
    ...(lens === undefined ? {} : { lens }),
    ...(focus === undefined ? {} : { focus }),
  };
}

/** What lies on a table rather than in a land. */
const LAID_OUT = new Set<SceneActor['kind']>(['thing', 'cup', 'table', 'box', 'candle', 'vase', 'shoe', 'standIn']);

function substitutionsOf(mentions: readonly Mention[]): Scene['substitutions'] {
  const seen = new Set<string>();
  const substitutions: Scene['substitutions'] = [];
  for (const { noun, word } of mentions) {
    const by = noun.kind === 'standIn' ? 'a simple shape' : (noun.drawnAs ?? kindName(noun.kind));
    if (noun.same || seen.has(word) || word.toLowerCase().endsWith(by)) continue;
    seen.add(word);
    substitutions.push({ word, by });
  }
  return substitutions;
}

/** Prompts that name nothing to see still get a place worth looking at, in the light and weather that they ask for. */
function defaultScene(prompt: string, picture: Picture, reading: Reading, random: Random): Scene {
  const { facts } = picture;
  const [set, actor, place] = random.pick<readonly [SetKind, SceneActor['kind'], SceneActor['place']]>([
    ['shore', 'boat', 'left'],
    ['mountains', 'house', 'right'],
    ['field', 'tree', 'right'],
  ]);
  const actors: SceneActor[] = [
    {
      id: `${actor}-1`,
      kind: actor,
      word: actor,
      count: 1,
      size: 1,
      attributes: [],
      pose: 'default',
      motion: { kind: actor === 'tree' ? 'sway' : 'idle', speed: 1 },
      ...(place && { place }),
      isSubject: true,
    },
  ];
  const weather = facts.weather ?? 'clear';
  const scene: Omit<Scene, 'sounds'> = {
    version: 1,
    prompt,
    set,
    setDetails: [...picture.details],
    time: facts.time ?? 'golden',
    ...(facts.timeTo === undefined ? {} : { timeTo: facts.timeTo }),
    weather,
    season: facts.season ?? (weather === 'snow' ? 'winter' : 'summer'),
    style: facts.style ?? 'natural',
    haze: facts.haze ?? 0.1,
    lightRays: facts.lightRays ?? false,
    wetGround: facts.wetGround ?? (weather === 'rain' || weather === 'storm'),
    wind: facts.wind ?? 0.2,
    actors,
    camera: planCamera(facts, set, actors),
    events: picture.events.map((kind) => ({ kind })),
    ...mannerOf(picture, reading),
    substitutions: [],
  };
  return { ...scene, sounds: chooseSounds(scene, picture.sounds) };
}

import { familyOf } from '../actors/family.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { canBeHeld, isAnimate, type Mention } from './mention.ts';
import { createMention, newPhrase } from './phrase.ts';

/** Settles what holds of people and what they do with things: mounts that their names tell of, doors, crowds. */
export function finishPeople(mentions: Mention[], lexicon: Lexicon): void {
  for (const one of [...mentions]) {
    if (familyOf(one.noun.kind) !== 'person') continue;
    bringMount(one, mentions, lexicon);
    countCrowd(one);
  }
  mentions.forEach(openDoor);
  mentions.forEach(fallAsleep);
  mentions.forEach(takeUp);
  for (const desk of mentions) setOnDesk(desk, mentions, lexicon);
  for (const one of mentions) passBy(one, mentions);
  mentions.forEach(feedFlock);
  for (const one of [...mentions]) takeTool(one, mentions);
  for (const one of mentions) playBall(one, mentions);
  for (const thing of mentions) giveEach(thing);
}

/** Who is called after what he rides rides it. */
const RIDERS: readonly (readonly [name: RegExp, mount: string])[] = [
  [
    /^(?:(?:mountain |road |racing )?(?:bi)?cyclist|(?:mountain |dirt )?bike (?:rider|racer|courier|messenger))s?$/,
    'bicycle',
  ],
  [/^(?:motorcyclist|biker|motorcycle rider|motorcycle racer|motocross rider)s?$/, 'motorcycle'],
  [/^(?:jockey|equestrian|horse ?rider|horse ?back rider|cavalry|cavalryman|show jumper|polo player)s?$/, 'horse'],
  [/^(?:horsem[ae]n|horsewom[ae]n|cavalrymen)$/, 'horse'],
  [/^(?:kayaker)s?$/, 'kayak'],
  [/^(?:canoeist)s?$/, 'canoe'],
  [/^(?:rower|oarsman|oarsmen|row)s?$/, 'rowboat'],
];
const MOUNTS: Readonly<Record<string, RegExp>> = {
  bicycle: /^bicycle$/,
  motorcycle: /^(?:motorcycle|bicycle)$/,
  horse: /^(?:horse|donkey|camel|unicorn|zebra)$/,
  kayak: /^boat$/,
  canoe: /^boat$/,
  rowboat: /^boat$/,
};

function bringMount(rider: Mention, mentions: Mention[], lexicon: Lexicon): void {
  const told = [rider.english, rider.does ?? '', ...[...rider.attributes].map((look) => `${look} ${rider.english}`)];
  const mount = RIDERS.find(([name]) => told.some((one) => name.test(one)))?.[1];
  const meaning = mount === undefined ? undefined : lexicon.look(mount)?.meaning;
  if (mount === undefined || meaning?.noun === undefined) return;
  if (rider.relation?.kind === 'riding' || rider.relation?.kind === 'holding') return;
  if (/^(?:sitting|lying)$/.test(rider.pose) || mentions.some(({ noun }) => MOUNTS[mount]!.test(familyOf(noun.kind))))
    return;
  // Two or three row one boat.
  const phrase = { ...newPhrase(), count: mount === 'rowboat' && rider.count <= 3 ? 1 : rider.count };
  const ridden = createMention(phrase, meaning.noun, { meaning, english: mount, word: mount, isPlural: false }, true);
  if (rider.relation !== undefined) ridden.relation = rider.relation;
  rider.relation = { kind: 'riding', to: ridden };
  ridden.motion = mount === 'horse' ? 'run' : mount === 'bicycle' || mount === 'motorcycle' ? 'drive' : 'float';
  if (rider.motion === undefined || /^(?:idle|run|walk)$/.test(rider.motion)) rider.motion = 'drive';
  mentions.splice(mentions.indexOf(rider) + 1, 0, ridden);
}

const CROWDS = /^(?:crowd|audience|army|mob|people|spectators|fans|procession|parade|orchestra|choir)$/;

/** A huge crowd has more people, not larger ones. */
function countCrowd(crowd: Mention): void {
  if (!CROWDS.test(crowd.english) || crowd.count < 4 || crowd.size <= 1.2) return;
  crowd.count = Math.min(40, Math.round(crowd.count * 1.5));
  crowd.size = 1;
}

/** Nobody has a door in his hands: who opens one stands beside it, and it opens. */
function openDoor(opener: Mention): void {
  const { relation } = opener;
  if (relation?.to.noun.kind !== 'door' || !isAnimate(opener)) return;
  if (/^(?:holding|on|inFrontOf)$/.test(relation.kind)) opener.relation = { kind: 'nextTo', to: relation.to };
  const opens = [opener.does, ...(opener.acts ?? []).map(({ does }) => does)];
  if (opens.some((does) => /^(?:open|unlock)$/.test(does ?? ''))) relation.to.changes ??= [{ kind: 'open', step: 0 }];
}

/** Who falls asleep at a desk stays on his chair. */
function fallAsleep(sleeper: Mention): void {
  const { relation, acts } = sleeper;
  const isAt =
    relation !== undefined && /^(?:table|chair|sofa|streetThing|device|screen|furnishing)$/.test(relation.to.noun.kind);
  const isDozing = (does: string | undefined): boolean => /^(?:fall asleep|sleep|nap|doze|snooze)$/.test(does ?? '');
  if (familyOf(sleeper.noun.kind) !== 'person') return;
  if (isAt && relation.kind !== 'on' && sleeper.pose === 'lying' && isDozing(sleeper.does)) {
    sleeper.pose = 'sitting';
    sleeper.does = 'doze';
  }
  if (acts !== undefined)
    sleeper.acts = acts.map((act) =>
      isDozing(act.does) && (isAt || sleeper.pose === 'sitting') ? { ...act, pose: 'sitting', does: 'doze' } : act,
    );
}

/** The computer in front of whoever sits at a desk is on it. */
function setOnDesk(desk: Mention, mentions: readonly Mention[], lexicon: Lexicon): void {
  const screen = desk.relation?.to;
  if (desk.noun.kind !== 'table' || desk.relation?.kind !== 'inFrontOf' || screen === undefined) return;
  if (!/^(?:screen|device)$/.test(screen.noun.kind) || screen.relation !== undefined || screen.count > 2) return;
  delete desk.relation;
  screen.relation = { kind: 'on', to: desk };
  // A large screen would hide who sits behind it.
  const small = lexicon.look('laptop')?.meaning.noun;
  if (small === undefined || !mentions.some(({ noun, relation }) => relation?.to === desk && noun.kind === 'person'))
    return;
  screen.noun = small;
  screen.attributes.delete('monitor');
  for (const look of small.attributes ?? []) screen.attributes.add(look);
}

const LOOKS_AT = /^(?:look at|stare at|gaze at|examine|inspect|study|observe|check)$/;

/** What is small enough to be looked at in one's hand is in it. */
function takeUp(looker: Mention): void {
  const { relation } = looker;
  if (familyOf(looker.noun.kind) !== 'person' || relation?.kind !== 'nextTo' || !LOOKS_AT.test(looker.does ?? ''))
    return;
  const { to } = relation;
  if (
    to.count > 1 ||
    to.relation !== undefined ||
    to.size > 1 ||
    !/^(?:thing|cup|crystal|bottle|device|ware)$/.test(to.noun.kind)
  )
    return;
  if (canBeHeld(to)) looker.relation = { kind: 'holding', to };
}

const PASSERS = /^(?:people|passers-?by|pedestrians|strangers|commuters|shoppers|tourists|others)$/;

/** "People walk past": they are behind whoever the picture is about. */
function passBy(passer: Mention, mentions: readonly Mention[]): void {
  const hero = mentions.find((one) => one !== passer && isAnimate(one) && !PASSERS.test(one.english));
  if (!PASSERS.test(passer.english) || hero === undefined || mentions.indexOf(hero) > mentions.indexOf(passer)) return;
  const isTied = passer.relation !== undefined || mentions.some(({ relation }) => relation?.to === passer);
  const isWatching = /^(?:cheer|watch|clap|applaud|listen|look|stare)/.test(passer.does ?? '');
  if (isTied || isWatching || passer.place !== undefined || passer.pose !== 'default') return;
  passer.place = 'background';
  passer.isObject = true;
}

/** Pigeons that somebody on a bench feeds are on the ground before it. */
function feedFlock(feeder: Mention, _: number, mentions: Mention[]): void {
  if (
    feeder.does !== 'feed' ||
    feeder.relation?.kind !== 'on' ||
    !/^(?:streetThing|chair|sofa|lounger)$/.test(feeder.relation.to.noun.kind)
  )
    return;
  for (const beast of mentions) {
    const isFed = beast.relation !== undefined && [feeder, feeder.relation.to].includes(beast.relation.to);
    if (beast === feeder || !isFed || !isAnimate(beast) || familyOf(beast.noun.kind) === 'person') continue;
    delete beast.relation;
    beast.place = 'foreground';
  }
}

/** What is in somebody's hands as part of what he does, by the names that the models know. */
const TOOLS: readonly (readonly [name: RegExp, look: string])[] = [
  [/^(?:(?:felling|wood) )?(?:axe|hatchet)$/, 'axe'],
  [/^pickaxe$/, 'pickaxe'],
  [/^(?:shovel|spade)$/, 'shovel'],
  [/^(?:garden )?(?:rake|pitchfork)$/, 'rake'],
  [/^(?:hammer|mallet)$/, 'hammer'],
  [/^fishing (?:rod|pole|line)$/, 'fishing rod'],
  [/^(?:(?:tennis|badminton) )?rac(?:ket|quet)$/, 'racket'],
  [/^(?:baseball|cricket) bat$/, 'baseball bat'],
  [/^golf club$/, 'golf club'],
  [/^(?:heavy )?barbell$/, 'barbell'],
  [/^(?:bow and arrows?|longbow)$/, 'longbow'],
  [/^(?:spear|javelin|harpoon)$/, 'spear'],
  [/^(?:cane|walking stick|crutch)$/, 'cane'],
  [/^wok$/, 'wok'],
];
const IN_HAND = /^(?:holding|heldBy|nextTo|inside|on)$/;

/** A racket that somebody holds is swung as rackets are: it is part of him, and no thing of its own. */
function takeTool(tool: Mention, mentions: Mention[]): void {
  const batter =
    tool.english === 'bat' ? mentions.find(({ english }) => /baseball|cricket|batter/.test(english)) : undefined;
  if (batter !== undefined) {
    batter.attributes.add('baseball bat');
    mentions.splice(mentions.indexOf(tool), 1);
    for (const other of mentions) if (other.relation?.to === tool) delete other.relation;
    return;
  }
  const english = tool.english.replace(/s$/, '');
  const look = TOOLS.find(([name]) => name.test(english))?.[1];
  if (look === undefined || tool.text !== undefined || tool.size > 1.5) return;
  const owner =
    mentions.find(
      ({ relation, noun }) => relation?.to === tool && noun.kind === 'person' && IN_HAND.test(relation.kind),
    ) ?? (tool.relation !== undefined && IN_HAND.test(tool.relation.kind) ? tool.relation.to : undefined);
  if (owner?.noun.kind !== 'person' || (look === 'axe' && owner.attributes.has('armor'))) return;
  owner.attributes.add(look);
  if (/^(?:spear|longbow)$/.test(look)) owner.attributes.delete('sword');
  mentions.splice(mentions.indexOf(tool), 1);
  for (const other of [...mentions]) {
    if (other.relation?.to !== tool) continue;
    // What is in the wok belongs to it.
    if (other !== owner && look === 'wok') mentions.splice(mentions.indexOf(other), 1);
    delete other.relation;
  }
  // The vegetables that are tossed are in the wok already.
  const food = mentions.find(({ relation }) => relation?.kind === 'heldBy' && relation.to === owner);
  if (look === 'wok' && food !== undefined) mentions.splice(mentions.indexOf(food), 1);
}

/** Balls that are kicked lie before the foot; whoever plays with one plays its game. */
function playBall(player: Mention, mentions: readonly Mention[]): void {
  if (familyOf(player.noun.kind) !== 'person') return;
  const ball =
    player.relation?.to.noun.kind === 'ball'
      ? player.relation.to
      : mentions.find(({ noun, relation }) => noun.kind === 'ball' && relation?.to === player);
  if (ball === undefined) return;
  const isBasketball = /basketball/.test(`${ball.english} ${player.english}`) || player.attributes.has('basketball');
  if (player.does === 'kick' && player.relation?.kind === 'holding') player.relation = { kind: 'nextTo', to: ball };
  if (player.does === 'play' && player.count === 1 && isBasketball) player.attributes.add('basketball');
  if (isBasketball && player.relation?.kind === 'nextTo' && player.count === 1 && player.motion !== 'run')
    player.relation = { kind: 'holding', to: ball };
  if (isBasketball) ball.attributes.add('basketball');
  else if (ball.english === 'ball' && /soccer|football/.test(player.english)) ball.attributes.add('football');
  else if (ball.english === 'ball' && /tennis/.test(player.english)) ball.attributes.add('tennis');
}

const EACH = /^(?:umbrella|balloon|candle|lantern|flag|sword|cup|sign)$/;

/** Two girls with umbrellas have one each. */
function giveEach(thing: Mention): void {
  const owner = thing.relation?.to;
  if (owner === undefined || owner.count < 2 || owner.count > 12 || familyOf(owner.noun.kind) !== 'person') return;
  if (!thing.isPlural || thing.count !== 3 || !EACH.test(thing.noun.kind)) return;
  if (!/^(?:nextTo|heldBy)$/.test(thing.relation!.kind)) return;
  thing.count = owner.count;
  thing.relation = { kind: 'heldBy', to: owner };
}

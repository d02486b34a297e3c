import { familyOf } from '../actors/family.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { isAnimate, type Mention, type SettingVote } from './mention.ts';
import { createMention, newPhrase } from './phrase.ts';

/** Settles where people are with what they are busy with: on a saddle, at a cake, in a barber's chair. */
export function settlePeopleAtWork(mentions: Mention[], votes: SettingVote[], lexicon: Lexicon): void {
  for (const one of [...mentions]) {
    if (familyOf(one.noun.kind) !== 'person') continue;
    mount(one);
    runOn(one);
    spray(one);
    seatClient(one, mentions, lexicon);
    bringToTable(one, mentions);
  }
  layTable(mentions);
  leaveMap(mentions, votes);
}

/** Who is on a scooter rides it. */
function mount(rider: Mention): void {
  const { relation } = rider;
  if (relation?.kind !== 'on' || !/^(?:motorcycle|bicycle)$/.test(relation.to.noun.kind)) return;
  rider.relation = { kind: 'riding', to: relation.to };
  if (rider.pose === 'sitting') rider.pose = 'default';
}

/** Runners run, also where they only pass. */
function runOn(runner: Mention): void {
  if (!/^(?:(?:marathon )?runner|jogger|sprinter)s?$/.test(runner.english)) return;
  const isOpen = runner.motion === undefined || runner.motion === 'walk';
  if (isOpen && runner.pose === 'default' && runner.does === undefined && runner.acts === undefined)
    runner.motion = 'run';
}

/** Firemen have a hose, and no watering can. */
function spray(fireman: Mention): void {
  if (!/fire(?:fighter|m[ae]n|wom[ae]n)/.test(fireman.english)) return;
  const isAtIt =
    /^(?:water|spray|extinguish|put out|fight|battle|douse)$/.test(fireman.does ?? '') || fireman.pose === 'fighting';
  if (!isAtIt && !fireman.attributes.has('watering')) return;
  fireman.attributes.delete('watering');
  fireman.attributes.add('hose');
  if (fireman.pose === 'fighting') fireman.pose = 'default';
  // Nobody stands on the roof that he puts out.
  if (
    fireman.relation?.kind === 'on' &&
    /^(?:house|tower|castle|car|truck|tree|fire)$/.test(fireman.relation.to.noun.kind)
  )
    fireman.relation = { kind: 'nextTo', to: fireman.relation.to };
}

/** Whose hair is cut sits in a chair. */
function seatClient(barber: Mention, mentions: Mention[], lexicon: Lexicon): void {
  const client = barber.relation?.to;
  const isOf = /^(?:barber|hairdresser|hair stylist|stylist|dentist|make ?up artist|tattoo artist)s?$/.test(
    barber.english,
  );
  if (!isOf || client === undefined || familyOf(client.noun.kind) !== 'person' || client.relation !== undefined) return;
  const meaning = lexicon.look('chair')?.meaning;
  if (meaning?.noun === undefined || client.count > 1 || client.pose !== 'default') return;
  const chair = createMention(
    newPhrase(),
    meaning.noun,
    { meaning, english: 'chair', word: 'chair', isPlural: false },
    true,
  );
  client.relation = { kind: 'on', to: chair };
  client.pose = 'sitting';
  mentions.push(chair);
}

/** A cake in front of somebody is on the table that is there. */
function bringToTable(guest: Mention, mentions: Mention[]): void {
  const cake = guest.relation?.kind === 'nextTo' ? guest.relation.to : undefined;
  const table = mentions.find(({ noun, count }) => noun.kind === 'table' && count === 1);
  if (cake?.noun.kind !== 'cake' || table === undefined || cake.relation !== undefined) return;
  cake.relation = { kind: 'on', to: table };
  guest.relation = { kind: 'nextTo', to: table };
  for (const other of mentions)
    if (other.relation?.kind === 'around' && other.relation.to === table && isAnimate(other))
      other.relation = { kind: 'behind', to: table };
}

const LAID = /^(?:candle|vase|bottle|dish|cup|fruit|bread|cake|glass|teapot)$/;

/** What is told of behind those at a table is on it. */
function layTable(mentions: readonly Mention[]): void {
  const table = mentions.find(({ noun, count }) => noun.kind === 'table' && count === 1);
  const isUsed = mentions.some(
    ({ noun, relation }) =>
      relation !== undefined &&
      relation.to === table &&
      familyOf(noun.kind) === 'person' &&
      /^(?:nextTo|behind|around)$/.test(relation.kind),
  );
  if (table === undefined || !isUsed) return;
  // A long table is no higher for that.
  if (table.size <= 2) table.size = Math.min(table.size, 1);
  for (const thing of mentions)
    if (LAID.test(thing.noun.kind) && thing.relation === undefined && thing.place === undefined && thing.size < 2)
      thing.relation = { kind: 'on', to: table };
}

/** A map in somebody's hands is not the place where he is. */
function leaveMap(mentions: readonly Mention[], votes: SettingVote[]): void {
  const isHeld = mentions.some(
    ({ relation, english }) =>
      (relation?.kind === 'holding' && / map$|^map$/.test(relation.to.english)) ||
      (relation?.kind === 'heldBy' && / map$|^map$/.test(english)),
  );
  if (!isHeld) return;
  for (let i = votes.length - 1; i >= 0; i--) if (votes[i]!.set === 'map') votes.splice(i, 1);
}

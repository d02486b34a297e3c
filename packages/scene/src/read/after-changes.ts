import type { SetKind } from '../scene.ts';
import { isAnimate, type Mention, type Reading } from './mention.ts';

/** Settles what a change says of where things are. */
export function finishChanges({ mentions, votes }: Reading): void {
  if (votes.length === 0) {
    const set = homeOf(mentions);
    if (set !== undefined) votes.push({ set, details: [], weight: 1.5, word: set, at: 0 });
  }
  for (const part of [...mentions]) giveBack(part, mentions);
  for (const candles of [...mentions]) putOnCake(candles, mentions);
  for (const thing of mentions) {
    const { changes, relation } = thing;
    if (changes === undefined) continue;
    const holder = mentions.find((one) => one.relation?.to === thing && one.relation.kind === 'holding');
    // A ball is kicked off the ground, not out of the hands.
    if (changes.some(({ kind }) => kind === 'hit') && holder?.does === 'kick') {
      delete holder.relation;
      thing.relation = { kind: 'inFrontOf', to: holder };
    }
    // What wings come out of a cocoon fly.
    if (relation?.kind === 'insteadOf' && /^(?:butterfly|bird|eagle|dragon|bee|parrot|owl)$/.test(thing.noun.kind)) {
      thing.motion ??= 'fly';
      thing.pose = 'flying';
    }
    if (relation?.kind === 'insteadOf' && isAnimate(thing) && thing.motion === 'walk') delete thing.motion;
  }
}

/** Where a thing changes that is told of no place: a door opens into a room, a tree grows in a field. */
function homeOf(mentions: readonly Mention[]): SetKind | undefined {
  const changed = mentions.find(({ changes }) => changes !== undefined);
  const kinds = changed?.changes?.map(({ kind }) => kind) ?? [];
  if (changed?.noun.kind === 'door' && kinds.includes('open')) return 'room';
  return mentions.some(({ noun, changes }) => noun.kind === 'tree' && changes?.some(({ kind }) => kind === 'grow'))
    ? 'field'
    : undefined;
}

/** From the boots to the face of a cowboy: both are his. */
function giveBack(part: Mention, mentions: Mention[]): void {
  const isFace = /^(?:face|head|eyes|feet|hands|smile)$/.test(part.english);
  const isShoe =
    part.noun.kind === 'shoe' && part.relation === undefined && /^(?:boots|shoes|sneakers|heels)$/.test(part.english);
  if (!isFace && !isShoe) return;
  const owners = mentions.filter(
    ({ noun, english }) => noun.kind === 'person' && !/^(?:face|head|eyes|hands)$/.test(english),
  );
  const owner = owners[0];
  const isHis =
    owners.length === 1 &&
    owner !== undefined &&
    (isFace || mentions.some(({ english, relation }) => english === 'face' || relation?.to === part) || false);
  if (!isHis || owner === undefined) return;
  if (isShoe) {
    const name = part.english === 'boots' ? 'boots' : 'shoes';
    owner.attributes.add(name);
    if (part.color !== undefined) owner.parts.set(name, part.color);
  }
  mentions.splice(mentions.indexOf(part), 1);
  for (const other of mentions) if (other.relation?.to === part) delete other.relation;
  if (owner.relation?.to === part) delete owner.relation;
  owner.isObject = false;
}

/** The candles of a cake are a part of it, and go out on it. */
function putOnCake(candles: Mention, mentions: Mention[]): void {
  if (candles.noun.kind !== 'candle') return;
  const cake =
    candles.relation?.to.noun.kind === 'cake'
      ? candles.relation.to
      : mentions.find(({ noun, relation }) => noun.kind === 'cake' && relation?.to === candles);
  if (cake === undefined) return;
  cake.attributes.add(`candles ${candles.isPlural && candles.count === 3 ? 5 : Math.min(12, candles.count)}`);
  if (candles.changes !== undefined) cake.changes = [...(cake.changes ?? []), ...candles.changes];
  if (cake.relation?.to === candles) delete cake.relation;
  mentions.splice(mentions.indexOf(candles), 1);
  for (const other of mentions) if (other.relation?.to === candles) other.relation = { ...other.relation, to: cake };
}

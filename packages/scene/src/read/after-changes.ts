import { isAnimate, type Mention } from './mention.ts';

/** Settles what a change says of where things are. */
export function finishChanges(mentions: Mention[]): void {
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

import { familyOf } from '../actors/family.ts';
import { canBeHeld, drop, isAnimate, type Mention } from './mention.ts';

/** Settles how things go together that no word says: loads, chessmen, cut flowers, what a desk carries. */
export function settleThings(mentions: Mention[]): void {
  fillTable(mentions);
  pourDrinks(mentions);
  openBuds(mentions);
  mentions.forEach(throwBall);
  for (const mention of [...mentions]) growTree(mention, mentions);
  for (const mention of mentions) {
    bringNear(mention);
    showOffRock(mention);
    fitPedestal(mention);
    fitFloe(mention);
    fitBall(mention);
    loadTruck(mention);
    leaveVase(mention, mentions);
    // A stack of books is one thing, whatever language it was asked for in.
    if (mention.noun.kind === 'book' && mention.count === 1 && /books$/.test(mention.english))
      mention.attributes.add('stack');
  }
  setChessmen(mentions);
}

/** "Coffee is poured into a white cup": the drink is what the cup is filled with. */
function pourDrinks(mentions: Mention[]): void {
  for (const drink of [...mentions]) {
    const into = drink.relation?.kind === 'inside' ? drink.relation.to : undefined;
    if (into?.noun.kind !== 'cup' || into === drink || !DRINKS.test(drink.english)) continue;
    into.attributes.add(drink.english);
    if (drink.does !== undefined) into.does ??= drink.does;
    drop(mentions, drink);
    for (const other of mentions) if (other.does === 'pour' && other.relation?.to === drink) delete other.relation;
  }
}

/** A ball of fire that is cast at somebody is on its way between the two. */
function throwBall(caster: Mention): void {
  const ball = caster.relation?.to;
  const target = ball?.relation?.to;
  if (ball?.noun.kind !== 'fire' || !ball.attributes.has('ball') || target === undefined || target === caster) return;
  if (target.relation !== undefined || !isAnimate(caster)) return;
  delete ball.relation;
  caster.relation = { kind: 'leftOf', to: ball };
  target.relation = { kind: 'rightOf', to: ball };
}

const DRINKS = /^(?:coffee|tea|green tea|espresso|latte|cappuccino|milk|cocoa|hot chocolate|matcha|chocolate)$/;

/** "A sunflower opening from a bud": there is one flower. */
function openBuds(mentions: Mention[]): void {
  const isBud = ({ noun, attributes }: Mention): boolean => noun.kind === 'flower' && attributes.has('bud');
  const bud = mentions.find(isBud);
  const flower = mentions.find((one) => one.noun.kind === 'flower' && one.count === 1 && !isBud(one));
  if (flower === undefined || bud === undefined) return;
  drop(mentions, bud);
  flower.attributes.add('opening');
}

/** "A desk with a globe, a book and a skull": all of it is on the desk. */
function fillTable(mentions: readonly Mention[]): void {
  const table = mentions.findIndex(({ noun }) => noun.kind === 'table');
  const top = mentions[table];
  const isLaid = mentions.some(({ relation }) => relation?.kind === 'on' && relation.to === top);
  if (top === undefined || !isLaid) return;
  for (const mention of mentions.slice(table + 1))
    if (
      mention.relation === undefined &&
      canBeHeld(mention) &&
      !mentions.some(({ relation }) => relation?.to === mention)
    )
      mention.relation = { kind: 'on', to: top };
}

/** A small thing that is shown on a stone lies on a slab of it. */
function showOffRock(mention: Mention): void {
  const rock = mention.relation?.kind === 'on' ? mention.relation.to : undefined;
  if (rock?.noun.kind !== 'rock' || mention.noun.home !== 'studio' || rock.count > 1) return;
  rock.noun = { kind: 'pedestal', same: true, home: 'studio' };
  rock.attributes.add('slab').add('stone');
}

/** Watches and rings are shown on small pedestals. */
function fitPedestal({ noun, relation }: Mention): void {
  if (relation?.kind !== 'on' || relation.to.noun.kind !== 'pedestal') return;
  if (/^(?:watch|jewelry|perfume|game|fruit)$/.test(noun.kind) && relation.to.size === 1) relation.to.size = 0.5;
}

/** The tree of a tree house is part of it. */
function growTree(house: Mention, mentions: Mention[]): void {
  const tree = house.relation?.to;
  if (house.noun.kind !== 'house' || !house.attributes.has('treehouse') || tree?.noun.kind !== 'tree') return;
  drop(mentions, tree);
}

/** An ice floe that somebody stands on is no larger than that needs, so that he is seen. */
function fitFloe({ noun, relation }: Mention): void {
  if (relation?.kind !== 'on' || relation.to.noun.kind !== 'iceberg' || noun.kind === 'iceberg') return;
  if (relation.to.size === 1) relation.to.size = /floe/.test(relation.to.english) ? 0.3 : 0.6;
}

/** A ball that somebody balances on is large enough for all his feet. */
function fitBall(mention: Mention): void {
  const { noun, relation, size } = mention;
  if (relation?.kind !== 'on' || relation.to.noun.kind !== 'ball' || relation.to.size !== 1) return;
  if (
    !isAnimate(mention) ||
    /^(?:cat|dog|fox|mouse|bird|frog|squirrel|hedgehog|butterfly|bee)$/.test(familyOf(noun.kind))
  )
    return;
  relation.to.size = size * (/^(?:elephant|rhino|bear|lion|tiger|horse|cow)$/.test(noun.kind) ? 5 : 2.4);
}

/** A planet that a craft circles or floats above is near, and large behind it. */
function bringNear(mention: Mention): void {
  const { noun, relation } = mention;
  if (relation?.to.noun.kind !== 'planet' || /^(?:planet|moon|rock|standIn)$/.test(noun.kind)) return;
  if (!/^(?:around|above|inFrontOf)$/.test(relation.kind)) return;
  relation.to.size = Math.max(relation.to.size, 2.2);
  if (relation.kind === 'around') mention.relation = { ...relation, kind: 'inFrontOf' };
}

/** A pickup with Christmas trees has them on its bed: few, and small enough. */
function loadTruck(load: Mention): void {
  const truck = load.relation?.kind === 'nextTo' ? load.relation.to : undefined;
  if (truck === undefined || !/pickup/.test(truck.english) || load.count < 2) return;
  if (!/^(?:tree|pumpkin|box|chest|fruit|flower|bag)$/.test(familyOf(load.noun.kind)) && load.noun.kind !== 'pumpkin')
    return;
  load.relation = { kind: 'on', to: truck };
  load.count = Math.min(load.count, 3);
  if (load.noun.kind === 'tree') load.size = Math.min(load.size, 0.4);
  load.isObject = true;
}

/** "A teapot and peonies in a vase": only the flowers are in it. */
function leaveVase(mention: Mention, all: readonly Mention[]): void {
  const { relation } = mention;
  if (relation?.kind !== 'inside' || relation.to.noun.kind !== 'vase' || mention.noun.kind === 'flower') return;
  const hasFlowers = all.some((one) => one.noun.kind === 'flower' && one.relation?.to === relation.to);
  if (hasFlowers) mention.relation = { kind: 'nextTo', to: relation.to };
}

/** A white king beside a chess board is carved. */
function setChessmen(mentions: readonly Mention[]): void {
  const board = mentions.find(({ noun, english }) => noun.kind === 'game' && /chess/.test(english));
  if (board === undefined) return;
  for (const man of mentions) {
    const name = /^(?:king|queen|knight|bishop|rook|castle|pawn)s?$/.exec(man.english)?.[0];
    if (name === undefined || (man.does !== undefined && !/^(?:lie|lie down|stand|fall|fall over)$/.test(man.does)))
      continue;
    man.noun = { kind: 'game', same: true, home: 'room' };
    man.word = `chess ${man.word.toLowerCase()}`;
    man.english = `chess ${name}`;
    man.pose = man.pose === 'lying' ? 'lying' : 'default';
    delete man.does;
    for (const look of [...man.attributes])
      if (/crown|robe|cape|man|woman|armor|beard/.test(look)) man.attributes.delete(look);
    man.attributes.add(name.replace(/s$/, ''));
    man.relation = { kind: 'on', to: board };
    if (board.relation?.to === man) delete board.relation;
  }
}

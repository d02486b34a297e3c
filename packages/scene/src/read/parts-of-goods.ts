import { drop, isAnimate, type Mention } from './mention.ts';

/** Settles what belongs to goods and food: lids and caps, toppings, what is poured, what stands in a ring or a stack. */
export function settleGoods(mentions: Mention[]): void {
  giveLids(mentions);
  playRecords(mentions);
  plantTerraria(mentions);
  hangPendants(mentions);
  fillGlasses(mentions);
  topDishes(mentions);
  shareDishes(mentions);
  for (const mention of mentions) {
    arrange(mention);
    if (/glasses$/.test(mention.english) && mention.noun.kind === 'thing' && mention.count === 2) mention.count = 1;
    // A pair of earbuds is one thing in its case.
    if (mention.noun.kind === 'headphones' && mention.count <= 2) mention.count = 1;
  }
}

const LID = /^(?:caps?|lids?|stoppers?|corks?|screw caps?|pumps?|dropper|labels?|ribbons?|bow)$/;
const LIDDED = /^(?:perfume|bottle|vase|box|cup|teapot)$/;

/** Whether a thing has a lid or a cap. */
export const isLidded = ({ noun }: Mention): boolean => LIDDED.test(noun.kind);

/** "A perfume bottle, gold cap": the cap is the bottle's, and no hat. */
function giveLids(mentions: Mention[]): void {
  for (const lid of [...mentions]) {
    if (!LID.test(lid.english) || lid.text !== undefined) continue;
    const owner = mentions.find((one) => isLidded(one) && one !== lid);
    if (owner === undefined || mentions.some(isAnimate)) continue;
    const name = lid.english.replace(/s$/, '');
    if (lid.color !== undefined)
      owner.parts.set(/cap|lid|stopper|cork|pump|dropper/.test(name) ? 'cap' : name, lid.color);
    owner.attributes.add(name);
    drop(mentions, lid);
  }
}

/** A record that spins on a turntable is the one that the turntable has. */
function playRecords(mentions: Mention[]): void {
  for (const record of [...mentions]) {
    const player = record.relation?.to;
    if (
      player?.noun.kind !== 'ware' ||
      !player.attributes.has('turntable') ||
      !/record|vinyl|disc|lp/.test(record.english)
    )
      continue;
    player.isObject = record.isObject;
    delete player.relation;
    drop(mentions, record);
  }
}

/** A terrarium has its plants. */
function plantTerraria(mentions: Mention[]): void {
  const glass = mentions.find(({ noun, attributes }) => noun.kind === 'ware' && attributes.has('terrarium'));
  if (glass === undefined) return;
  for (const plant of [...mentions]) {
    const isInside = plant.relation?.to === glass && /^(?:nextTo|inside)$/.test(plant.relation.kind);
    if (!isInside || !/succulent|plant|moss|fern|cact/.test(plant.english)) continue;
    for (const other of mentions)
      if (other.relation?.to === plant) other.relation = { kind: other.relation.kind, to: glass };
    drop(mentions, plant);
  }
}

/** "A silver necklace with an emerald pendant": the stone is the necklace's. */
function hangPendants(mentions: Mention[]): void {
  for (const pendant of [...mentions]) {
    if (
      !/^(?:pendants?|gemstones?|diamonds?|stones?|ruby|rubies|emeralds?|sapphires?|pearls?|amethysts?)$/.test(
        pendant.english,
      )
    )
      continue;
    const jewel = mentions.find((one) => one.noun.kind === 'jewelry' && one !== pendant);
    const isItsOwn =
      pendant.relation === undefined || (pendant.relation.to === jewel && pendant.relation.kind !== 'nextTo');
    if (jewel === undefined || (isItsOwn && !pendant.isObject)) continue;
    for (const look of pendant.attributes) if (look !== 'pendant') jewel.attributes.add(look);
    if (pendant.color !== undefined) jewel.parts.set('stone', pendant.color);
    if (!/pendant|stone/.test(pendant.english)) jewel.attributes.add(pendant.english);
    drop(mentions, pendant);
  }
}

const DRINK =
  /\b(?:juice|water|milk|wine|beer|cola|soda|lemonade|champagne|whisk(?:e)?y|tea|coffee|cocktail|smoothie|prosecco)\b/;

/** "Orange juice in a tall glass with ice cubes": one glass, full of it; poured, where it is poured. */
function fillGlasses(mentions: Mention[]): void {
  for (const drink of [...mentions]) {
    const isBare =
      drink.noun.kind === 'glass' && !/glass|flute|goblet/.test(drink.english) && drink.relation === undefined;
    const empty = isBare
      ? mentions.find((one) => one.noun.kind === 'glass' && /glass(?:es)?$/.test(one.english))
      : undefined;
    const glass = drink.relation?.kind === 'inside' ? drink.relation.to : empty;
    if (glass?.noun.kind !== 'glass' || glass === drink) continue;
    const isIce =
      /^(?:ice|ice cubes?|cubes?)$/.test(drink.english) && (drink.attributes.has('ice') || /ice/.test(drink.english));
    if (!DRINK.test(drink.english) && !isIce) continue;
    glass.attributes.add(isIce ? 'iced' : drink.english);
    if (drink.does !== undefined) glass.does ??= drink.does;
    if (drink.color !== undefined) glass.color ??= drink.color;
    if (!drink.isObject) glass.isObject = false;
    glass.size = glass.size > 1 && glass.size <= 2 ? 1 : glass.size;
    drop(mentions, drink);
  }
}

/** What a dish is made of or strewn with, when it comes with one. */
const INGREDIENT =
  /^(?:(?:spring|green|red|fresh|cherry|chopped|sliced|crispy|melted|black) )*(?:noodles?|eggs?|onions?|scallions?|chives?|garlic|mushrooms?|tomato(?:es)?|lettuce|cheese|basil|parsley|cilantro|mint|herbs?|rosemary|thyme|olives?|peppers?|chil(?:i|l)(?:es|ies|is|i)?|chili peppers?|pepperoni|ham|bacon|beef|pork|chicken|shrimps?|prawns?|salmon|tofu|seaweed|nori|corn|peas|carrots?|avocado|cucumbers?|pickles?|spinach|arugula|sesame|seeds?|nuts?|walnuts?|almonds?|croutons?|cream|whipped cream|butter|honey|syrup|sauce|gravy|jam|sugar|cinnamon|chocolate|caramel|sprinkles|berry|berries|blueberry|blueberries|strawberry|strawberries|raspberry|raspberries|cherry|cherries|bananas?|chopsticks?|lime|limes|lemon|lemons|potato(?:es)?|fries|rice|vanilla|pistachio|scoops?|flavou?rs?|beans|asparagus|broccoli|greens|vegetables|meatballs?|sausages?|parmesan|mozzarella|fruit)$/;
const DISH = /^(?:dish|teapot|pizza|burger|sushi|donut|cake|bread)$/;

/** "Ramen with an egg, noodles and green onions": all of it is in the bowl. */
function topDishes(mentions: Mention[]): void {
  const dish = mentions.find(
    ({ noun, english, attributes }) => DISH.test(noun.kind) && isDish(noun.kind, english, attributes),
  );
  if (dish === undefined || dish.count > 1) return;
  const at = mentions.indexOf(dish);
  let isTold = dish.noun.kind === 'bread' || [...dish.attributes].some((look) => INGREDIENT.test(look));
  for (const part of mentions.slice(at + 1)) {
    const { relation } = part;
    const isOn = relation?.to === dish && /^(?:nextTo|on|inside)$/.test(relation.kind);
    if (isOn) isTold = isTold || relation.kind === 'nextTo';
    const isListed = relation === undefined && isTold && part.place === undefined;
    if ((!isOn && !isListed) || !INGREDIENT.test(part.english) || part.text !== undefined) continue;
    for (const other of mentions)
      if (other.relation?.to === part && other !== dish) other.relation = { kind: other.relation.kind, to: dish };
    dish.attributes.add(part.english);
    if (part.changes !== undefined && dish.noun.kind === 'bread') dish.changes ??= part.changes;
    if (part.color !== undefined) dish.parts.set(part.english, part.color);
    drop(mentions, part);
  }
}

/** A teapot is none, though bowls of food are its kin; nor is a cake that others go round. */
function isDish(kind: string, english: string, attributes: ReadonlySet<string>): boolean {
  if (kind === 'bread') return attributes.has('ice cream');
  if (kind !== 'teapot') return true;
  return attributes.has('noodles') || attributes.has('soup') || attributes.has('salad') || /bowl|plate/.test(english);
}

/** "Pancakes on a white plate": their model has a plate already. */
function shareDishes(mentions: Mention[]): void {
  for (const food of [...mentions]) {
    const plate = food.relation?.kind === 'on' ? food.relation.to : undefined;
    const isServed = /^(?:dish|sushi|teapot)$/.test(food.noun.kind) || /pancake|cake$/.test(food.english);
    if (plate?.noun.kind !== 'ware' || !plate.attributes.has('plate') || !isServed || food.count > 1) continue;
    const { relation } = plate;
    delete food.relation;
    if (relation !== undefined) food.relation = relation;
    if (plate.color !== undefined) food.parts.set('plate', plate.color);
    drop(mentions, plate);
  }
}

/** How several stand together: "stacked" needs several, and a stack of what is counted as one is of five. */
function arrange(mention: Mention): void {
  const { attributes, noun } = mention;
  const isStack = attributes.has('stacked') || attributes.has('pyramid');
  if (isStack && (noun.kind === 'book' || noun.kind === 'donut')) {
    attributes.delete('stacked');
    if (noun.kind === 'book') {
      attributes.add('stack');
      mention.count = 1;
    }
  } else if (isStack && mention.isPlural && mention.count < 3) mention.count = attributes.has('pyramid') ? 10 : 5;
}

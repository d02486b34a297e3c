import { mixColors, type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
import { sphere } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { chanceOf, isCalled, LEAVES, propActor } from './prop.ts';
import { CLEAR, craftParts, GLOSSY, insideOut, SOFT, type Tools } from './prop-tools.ts';

/** A drinking glass: of wine unless the word says flute, cocktail, beer, whisky, juice, water or milk. Centimetres. */
export const glass: ActorModel = { gaits: { float: 0.1, spin: 0 }, build };

const DRINKS = [
  [/white wine|chardonnay/, '#ead98c'],
  [/champagne|prosecco|sparkling/, '#ecd27a'],
  [/beer|lager|\bale\b|pint/, '#dd9a22'],
  [/whisk|bourbon|scotch|rum|brandy|iced tea/, '#b8641a'],
  [/orange|juice/, '#f59a1e'],
  [/lemonade/, '#f3e27a'],
  [/milk|smoothie|shake/, '#f7f1e6'],
  [/mojito|lime|matcha/, '#a7cf6a'],
  [/martini|water|vodka|\bgin\b|tonic/, '#cfe6ee'],
  [/cosmopolitan|pink|rosé/, '#ef7f8f'],
  [/cocktail|margarita|tropical/, '#f0683c'],
  [/cola|coke|soda|iced coffee/, '#3a1a0e'],
] as const;
const PALE: Srgb = [222, 234, 240];

/** Foot and stem, then the bowl from its bottom to its rim; the drink ends at a share of the bowl's height. */
const FORMS = {
  flute: { stem: 9, bowl: [0.7, 9, 1.9, 11, 2.5, 14, 2.6, 18, 2.3, 22], fill: 0.72 },
  cocktail: { stem: 9.5, bowl: [0.6, 9.5, 1.5, 10.2, 5.2, 14.6], fill: 0.72 },
  tumbler: { stem: 0, bowl: [3.4, 0.9, 3.7, 2, 3.9, 9], fill: 0.5 },
  tall: { stem: 0, bowl: [2.8, 0.9, 3, 2, 3.4, 14], fill: 0.84 },
  mug: { stem: 0, bowl: [3.9, 1.2, 4.1, 3, 4, 8, 4.2, 14], fill: 0.86 },
  wine: { stem: 8.5, bowl: [0.8, 8.6, 3, 10, 4.1, 12.6, 4.2, 15, 3.4, 20], fill: 0.42 },
} as const;

function formOf(context: ActorContext): keyof typeof FORMS {
  if (isCalled(context, /flute|champagne|prosecco/)) return 'flute';
  if (isCalled(context, /cocktail|martini|margarita|cosmopolitan/)) return 'cocktail';
  if (isCalled(context, /beer|lager|pint|\bale\b|stein/)) return 'mug';
  if (isCalled(context, /whisk|bourbon|scotch|tumbler|rum\b|brandy/)) return 'tumbler';
  if (isCalled(context, /water|juice|milk|lemonade|mojito|smoothie|shake|soda|cola|coke|iced?|tonic|drink|tall/))
    return 'tall';
  return 'wine';
}

function build(context: ActorContext): Actor {
  const form = formOf(context);
  const isEmpty = isCalled(context, /empty/);
  const said = DRINKS.find(([pattern]) => isCalled(context, pattern))?.[1] ?? '#7a1526';
  const drink = toSrgb(context.actor.color ?? said);
  const fruit = isCalled(context, /cocktail|mojito|lemonade|margarita|martini|iced tea/);
  const iced = isCalled(context, /\biced?\b|ice cubes|on the rocks|gin tonic/);
  const isPoured = context.actor.does === 'pour' && !isEmpty;
  const key = `glass/${form}/${isEmpty}/${toHex(drink)}/${fruit}/${iced}`;
  const parts = craftParts(key, context.detail, (to) => addGlass(to, form, isEmpty ? undefined : drink, fruit, iced));
  const top = FORMS[form].bowl.at(-1)!;
  const stream = isPoured
    ? craftParts(`glass/stream/${form}/${toHex(drink)}`, context.detail, (to) => addStream(to, top, drink))
    : [];
  const jug = isPoured
    ? craftParts(`glass/jug/${form}/${toHex(drink)}`, context.detail, (to) => addJug(to, top, drink))
    : [];
  return propActor(context, parts, {
    scale: 0.01,
    animate(t, _travel, add) {
      if (!isPoured) return;
      add(jug);
      // It wavers where it falls.
      add(stream, [1, 0, 0, 0, 0.02 * Math.sin(t * 9), 1, 0.015 * Math.sin(t * 13), 0, 0, 0, 1, 0, 0, 0, 0, 1]);
    },
  });
}

/** What falls from the jug's lip to the drink. */
function addStream(to: Tools, top: number, drink: Srgb): void {
  to.bar(GLOSSY, [0.1, top * 0.6, 0, 0.15, top, 0, 0.2, top + 4, 0, 0.9, top + 7.2, 0], (s) => 0.5 + 0.25 * s, drink);
}

/** A jug of glass, tipped so far that its lip is over the middle. */
function addJug(to: Tools, top: number, drink: Srgb): void {
  const place = { at: [14.6, top + 4.4, 0] as const, rotate: [0, 0, 1.15] as const };
  to.turned(CLEAR, [0, 0, 4.2, 0, 4.8, 1, 5, 5, 3.6, 10, 3, 12, 3.4, 14, 3.2, 14, 2.8, 12, 2.9, 11.4], PALE, place, 36);
  to.turned(GLOSSY, [4.9, 4.2, 4.95, 5, 3.55, 10, 2.98, 12, 3.3, 13.8, 0, 13.6], drink, place, 36);
  to.bar(CLEAR, [3.3, 11.6, 0, 7.4, 11, 0, 8, 6.4, 0, 4.8, 3.4, 0], 0.55, PALE, place);
}

/** The far wall of the bowl, a rim, streaks of light on the near wall: one looks into it. */
function addGlass(to: Tools, form: keyof typeof FORMS, drink: Srgb | undefined, fruit: boolean, iced: boolean): void {
  const { stem, bowl, fill } = FORMS[form];
  const round = to.segments(44);
  const steps = bowl.length / 2;
  const radiusAt = (y: number): number => {
    for (let i = 1; i < steps; i++) {
      const [r0, y0, r1, y1] = [bowl[i * 2 - 2]!, bowl[i * 2 - 1]!, bowl[i * 2]!, bowl[i * 2 + 1]!];
      if (y <= y1) return r0 + ((r1 - r0) * Math.max(0, y - y0)) / (y1 - y0);
    }
    return bowl[bowl.length - 2]!;
  };
  const [foot, top] = [bowl[1]!, bowl[bowl.length - 1]!];
  const wall: [number, number][] = Array.from({ length: 15 }, (_, i) => {
    const y = foot + ((top - foot) * i) / 14;
    return [radiusAt(y), y];
  });
  to.add(CLEAR, insideOut(lathe(wall, PALE, round)));
  to.hoop(CLEAR, bowl[bowl.length - 2]!, 0.1, [0, top, 0], '#ffffff');
  for (const [turn, wide] of [
    [-0.75, 0.16],
    [-0.42, 0.06],
    [0.9, 0.1],
  ] as const)
    to.bar(
      { ...CLEAR, emissive: 0.5 },
      [0.2, 0.45, 0.7, 0.95].flatMap((s) => {
        const y = foot + (top - foot) * s;
        const r = radiusAt(y) + 0.02;
        return [Math.sin(turn) * r, y, Math.cos(turn) * r];
      }),
      wide * 0.6,
      '#ffffff',
    );
  if (stem > 0) {
    to.turned(
      CLEAR,
      [0, 0, 3.5, 0, 3.6, 0.15, 1.2, 0.5, 0.42, 1.4, 0.36, stem * 0.6, 0.6, stem, 0.8, stem + 0.2],
      PALE,
    );
  } else {
    to.turned(
      CLEAR,
      [0, 0, bowl[0]! * 0.96, 0, bowl[0]! + 0.05, 0.2, bowl[0]! + 0.02, foot, 0, foot],
      shade(PALE, 0.94),
    );
  }
  if (form === 'mug') to.bar(CLEAR, [3.9, 11, 0, 6, 11.4, 0, 7.2, 9, 0, 6.6, 5, 0, 4, 4, 0], 0.55, PALE);
  if (!drink) return;
  const level = foot + (top - foot) * fill;
  const body = wall.filter(([, y]) => y < level).map(([r, y]) => [Math.max(0, r - 0.07), y] as const);
  const surface = radiusAt(level) - 0.07;
  to.add(CLEAR, lathe([[0, foot + 0.02], ...body, [surface, level]], drink, round));
  to.disc(GLOSSY, surface, 0.05, [0, level - 0.03, 0], mixColors(drink, '#ffffff', 0.14));
  if (form === 'mug')
    for (let i = 0; i < 22; i++) {
      const a = i * 2.4;
      const r = Math.sqrt(i / 22) * 3.6;
      to.add(SOFT, sphere(0.9 + 0.4 * chanceOf(i), '#fdf6e3', to.segments(14)), {
        at: [Math.sin(a) * r, level + 0.5 + 0.5 * chanceOf(i, 4), Math.cos(a) * r],
      });
    }
  if (form === 'tumbler' || fruit || iced)
    for (let i = 0; i < 4; i++)
      to.block(
        CLEAR,
        [2.1, 2.1, 2.1],
        [Math.sin(i * 2) * 1.3, level - 0.2 + 0.5 * (i % 2), Math.cos(i * 2) * 1.3],
        '#eaf4f8',
        0.35,
        [0.4 * i, 0.7 * i, 0.3],
      );
  if (!fruit) return;
  const edge = bowl[bowl.length - 2]!;
  to.disc(SOFT, 1.9, 0.4, [edge, top, 0], '#f4cf3a', [0, 0, 1.3]);
  to.disc(SOFT, 1.5, 0.46, [edge - 0.03, top, 0], '#f9ec9e', [0, 0, 1.3]);
  if (form === 'tall')
    for (let i = 0; i < 4; i++)
      to.ball(LEAVES, [0.8, 0.16, 0.5], [-1 + i * 0.6, top + 0.4 + 0.3 * (i % 2), -0.6], '#4f9a3f', [0.3 * i, i, 0.5]);
}

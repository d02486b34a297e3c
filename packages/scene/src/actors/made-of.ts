import type { Material, Mesh } from '@openimagine/render';
import { brightness, mixColors, shade, toHex, toSrgb } from '../model/color.ts';
import type { ActorKind, SceneActor } from '../scene.ts';
import type { PartInstance } from './actor.ts';

/** What a thing is said to be made of: its surface, and its colour where no other is asked for. */
interface Substance {
  readonly material: Material;
  readonly color: string;
  /** How much of the difference between light and dark parts stays. */
  readonly relief: number;
}

const SUBSTANCES: Readonly<Record<string, Substance>> = {
  wooden: { material: { pattern: 'wood', patternScale: 6, specular: 0.22, gloss: 26 }, color: '#a06a3a', relief: 0.5 },
  stone: {
    material: { pattern: 'marble', patternScale: 2.4, specular: 0.5, gloss: 60, wrap: 0.2 },
    color: '#e8e4dc',
    relief: 0.25,
  },
  glass: { material: { specular: 1, gloss: 180, wrap: 0.5, rim: 0.5, emissive: 0.12 }, color: '#8fc4d4', relief: 0.5 },
  crystal: {
    material: { specular: 1, gloss: 190, wrap: 0.6, rim: 0.5, emissive: 0.22 },
    color: '#b5a2ec',
    relief: 0.6,
  },
  icy: { material: { specular: 0.9, gloss: 120, wrap: 0.6, rim: 0.4, emissive: 0.12 }, color: '#b4dcee', relief: 0.4 },
  neon: { material: { emissive: 1.4, rim: 0.4, specular: 0.3 }, color: '#ff3fb4', relief: 0.8 },
  gold: { material: { specular: 1, gloss: 90, wrap: 0.1, rim: 0.15 }, color: '#e3b23c', relief: 0.4 },
};
/** Colours that name a metal. */
const METALS: ReadonlySet<string> = new Set(['#e3b23c', '#e0ac2b', '#c3c8ce', '#9a6b35', '#d9a08f']);
/** What grows, burns, is built of that anyway, or shows the word in its own way. */
const OWN_WAY: ReadonlySet<ActorKind> = new Set<ActorKind>([
  ...(['tree', 'flower', 'cactus', 'mushroom', 'rock', 'crystal', 'mountain', 'planet', 'moon', 'cloud'] as const),
  ...(['house', 'castle', 'tower', 'lighthouse', 'ruin', 'bridge', 'torii', 'landmark', 'statue', 'fountain'] as const),
  ...(['fire', 'waterfall', 'fireworks', 'candle', 'lantern', 'lamp', 'streetLamp', 'streetThing', 'sign'] as const),
  ...(['glass', 'bottle', 'perfume', 'window', 'fruit', 'burger', 'pizza', 'sushi', 'cake', 'donut', 'bread'] as const),
  ...([
    'rocket',
    'snowman',
    'tent',
    'thing',
    'standIn',
    'flag',
    'screen',
    'box',
    'jewelry',
    'furnishing',
    'bed',
    'watch',
    'temple',
    'iceberg',
    'scarecrow',
    'pedestal',
  ] as const),
]);

const recolored = new WeakMap<Mesh, Map<string, Mesh>>();

/** How a thing's parts look in what it is said to be made of; undefined where that changes nothing. */
export function madeOf({ kind, color, attributes }: SceneActor): ((part: PartInstance) => PartInstance) | undefined {
  if (OWN_WAY.has(kind)) return undefined;
  const named = attributes.find((attribute) => attribute in SUBSTANCES);
  const name = named ?? (color !== undefined && METALS.has(color.toLowerCase()) ? 'gold' : undefined);
  if (name === undefined) return undefined;
  const { material, relief, color: usual } = SUBSTANCES[name]!;
  const base = toSrgb(color ?? usual);
  const key = `${name}/${toHex(base)}`;
  return (part) => {
    const { texture, emissive = 0, pattern } = part.material;
    // Labels, lamps and what is of that wood already stay as they are.
    if (texture || emissive > 0.5 || (name === 'wooden' && (pattern === 'wood' || pattern === 'planks'))) return part;
    const known = recolored.get(part.mesh) ?? new Map<string, Mesh>();
    recolored.set(part.mesh, known);
    const mesh = known.get(key) ?? tinted(part.mesh, base, relief);
    known.set(key, mesh);
    return { ...part, mesh, material };
  };
}

/** All in one colour, its dark parts darker. */
function tinted(mesh: Mesh, base: ReturnType<typeof toSrgb>, relief: number): Mesh {
  const colors = new Uint8Array(mesh.colors);
  for (let i = 0; i < colors.length; i += 4) {
    const light = brightness([colors[i]!, colors[i + 1]!, colors[i + 2]!]) - 0.5;
    const tone = light > 0 ? mixColors(base, '#ffffff', light * relief) : shade(base, 1 + light * relief * 1.4);
    colors.set(tone.map(Math.round), i);
  }
  return { ...mesh, colors };
}

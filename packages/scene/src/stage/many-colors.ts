import type { ActorKind, Scene, SceneActor } from '../scene.ts';

/** Goods that take any colour; what grows, lives or has a picture of its own does not. */
const PAINTED: ReadonlySet<ActorKind> = new Set<ActorKind>([
  'bag',
  'book',
  'bottle',
  'box',
  'cake',
  'candle',
  'chair',
  'cup',
  'donut',
  'glass',
  'lantern',
  'perfume',
  'shoe',
  'teapot',
  'umbrella',
  'utensil',
  'vase',
  'ware',
]);
const BRIGHT = ['#d8342c', '#f2a11f', '#2f7fd0', '#3f9e4d', '#8d4bb8', '#f0d03a', '#e86aa0', '#2fb3b0'] as const;
const PASTEL = ['#f3a9bd', '#a8d5ba', '#b9c6f0', '#f6dd9c', '#d6b8e8', '#f7c3a0', '#a9dbe4', '#e9e0b4'] as const;

/** "Colourful bottles": each copy has another colour. */
export function inManyColors(actor: SceneActor, copy: number, scene: Scene): SceneActor {
  const isMany = actor.count > 1 && actor.color === undefined && actor.attributes.includes('colorful');
  if (!isMany || !PAINTED.has(actor.kind)) return actor;
  const isPastel = scene.style === 'pastel' || scene.setDetails.some((detail) => detail.includes('pastel'));
  const colors = isPastel ? PASTEL : BRIGHT;
  return { ...actor, color: colors[copy % colors.length]! };
}

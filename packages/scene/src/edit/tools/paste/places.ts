import type { Sight } from '../../../vision/sight.ts';
import type { FramePlace, PasteOperation, Target } from '../../operation.ts';
import { EditError } from '../../tool.ts';
import { placeInside } from '../add/place-inside.ts';
import type { Sticker } from './lift-out.ts';
import { heightOf } from './sizes.ts';

/** Where a sticker's foot stands, and how high it is, in pixels of the representative frame. */
export interface Place {
  readonly footX: number;
  readonly footY: number;
  readonly height: number;
  /** It stands on nothing, and casts no shadow. */
  readonly isFloating?: true;
  /** The share of its height that is under water. */
  readonly sunk?: number;
}

const SUNK = 0.25;

type Slot = PasteOperation['slot'];

const REGIONS: ReadonlySet<Target['kind']> = new Set<Target['kind']>(['sky', 'water', 'ground', 'background']);

/** An anchor that is a part of the scene that things are in, rather than a thing that they are on. */
export function regionOf(anchor: Target | undefined): Target | undefined {
  return anchor !== undefined && REGIONS.has(anchor.kind) ? anchor : undefined;
}

/** @throws {EditError} when the picture has no such region. */
export function placeInRegion(sticker: Sticker, sight: Sight, { kind, word }: Target, slot: Slot): Place {
  // A floor or a lawn is below, whether or not it could be told from what stands on it.
  if (kind === 'ground' || kind === 'background') return placeInScene(sticker, sight, slot);
  const region = kind === 'sky' ? sight.regions.sky : sight.regions.water;
  if (!region) throw new EditError(`No ${word} was found in the picture. Name something that is clearly visible.`);
  const count = slot?.count ?? 1;
  const size = sizeAmong(sticker, sight, count) * (kind === 'sky' ? 0.6 : 0.75);
  const { x, y, spread } = placeInside(region, ((slot?.index ?? 0) + 0.5) / count);
  // What swims lies with its foot below the surface, and nearer than the middle of the water.
  const footY = kind === 'sky' ? y * sight.height + size / 2 : (y + 0.25 * spread) * sight.height;
  const height = kind === 'sky' ? size : Math.min(size, 0.8 * spread * sight.height + 0.1 * sight.height);
  return {
    footX: x * sight.width,
    footY: Math.max(height, footY),
    height,
    isFloating: true,
    ...(kind === 'sky' ? {} : { sunk: SUNK }),
  };
}

/** Nowhere in particular: on the ground, below the middle, as high as people like to see a subject; several side by side. */
export function placeInScene(sticker: Sticker, sight: Sight, slot?: Slot): Place {
  const horizon = Math.min(0.75 * sight.height, sight.horizonY ?? sight.height * 0.5);
  const count = slot?.count ?? 1;
  const index = slot?.index ?? 0;
  // Several do not stand in one line: every other one is a little farther away.
  const near = count > 1 && index % 2 === 1 ? 0.62 : 0.78;
  const footY = Math.min(sight.height * 0.95, horizon + (sight.height - horizon) * near);
  const footX = count > 1 ? sight.width * (0.04 + (0.92 * (index + 0.5)) / count) : sight.width / 2;
  return { footX, footY, height: sizeAmong(sticker, sight, count) * (near < 0.7 ? 0.9 : 1) };
}

/** Centred at a place of the frame, within its edges. */
export function placeByFrame({ picture }: Sticker, sight: Sight, place: FramePlace): Place {
  const aspect = picture.width / picture.height;
  const height = Math.min(0.4 * sight.height, (0.4 * sight.width) / aspect);
  const { x, y } = middleAt(place);
  const half = (height * aspect) / 2;
  const margin = 0.025 * Math.min(sight.width, sight.height);
  const within = (value: number, from: number, to: number): number => Math.max(from, Math.min(to, value));
  const footY = within(y * sight.height + height / 2, margin + height, sight.height - margin);
  const isFloating = y < 0.7;
  return {
    footX: within(x * sight.width, margin + half, sight.width - margin - half),
    footY,
    height,
    ...(isFloating ? { isFloating: true as const } : {}),
  };
}

/** The middle of a place of the frame, in shares of its sides. */
export function middleAt(place: FramePlace): { readonly x: number; readonly y: number } {
  const name = place.toLowerCase();
  return {
    x: name.includes('left') ? 0.17 : name.includes('right') ? 0.83 : 0.5,
    y: /top|sky/.test(name) ? 0.18 : /bottom|ground/.test(name) ? 0.84 : 0.5,
  };
}

/** Small things beside large ones keep some of the difference: all of it would make a cup beside a horse a dot. */
const SIZE_POWER = 0.42;

function sizeAmong({ label, picture }: Sticker, { width, height }: Sight, count: number): number {
  const aspect = picture.width / picture.height;
  const share = count > 1 ? Math.min(1.15, (heightOf(label) / 0.6) ** SIZE_POWER) : 1;
  const most = Math.min(0.5, 0.34 + 0.16 / count) * height * share;
  return Math.min(most, (0.96 * width) / count / aspect, (0.7 * width) / aspect);
}

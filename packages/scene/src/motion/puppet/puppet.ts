import type { Frame } from '../planes.ts';
import type { CutOut } from './cut-out.ts';
import { CLEAR } from './cut-out.ts';
import { findLegs, type Leg } from './limbs.ts';
import { createMesh, drawMesh, laySheet, type Mesh, type Sheet } from './mesh.ts';
import { castShadow, type ShadowLook } from './shadow.ts';
import { type Relight, relit, type Sprite, toSprite } from './sprite.ts';
import type { Stance } from './stance.ts';

/** Quads across and down a figure. */
const COLUMNS = 22;
const ROWS = 26;

/** A cut-out that can be moved like a paper figure with limbs. */
export interface Puppet {
  /** Ordinary size in pixels of the film. */
  readonly width: number;
  readonly height: number;
  /** In pixels of the film; 0 when it has none that are seen. */
  readonly legLength: number;
  draw(frame: Frame, stance: Stance, look: PuppetLook): void;
}

export interface PuppetLook {
  readonly light: Relight;
  readonly shadow?: ShadowLook;
  /** How much of it is seen at a pixel of the film, 0 … 1: grass before its feet, water round it. */
  readonly veil?: (x: number, y: number, stance: Stance) => number;
}

/**
 * @param sheet Of the film's size; figures that are drawn one after the other may share it.
 * @param size The figure's ordinary height, and what it is at most seen at against that.
 */
export function createPuppet(
  cutOut: CutOut,
  sheet: Sheet,
  size: { readonly height: number; readonly largest: number },
): Puppet {
  const { picture } = cutOut;
  const inner = picture.height - 2 * CLEAR;
  const factor = (size.height * size.largest) / inner;
  const width = Math.max(8, Math.round(picture.width * factor));
  const height = Math.max(8, Math.round(picture.height * factor));
  const sprite = toSprite(picture, width, height);
  const mesh = createMesh(sprite, COLUMNS, ROWS);
  const canStep = !cutOut.isCard && !cutOut.cut.bottom;
  const legs = canStep ? findLegs(picture).map((leg) => scaled(leg, width / picture.width, height)) : [];
  const foot = footOf(legs, width, height, cutOut, factor);
  const nodes = new Float32Array(mesh.places.length);
  const lights = new Map<string, Sprite>();
  const inLight = (light: Relight): Sprite => {
    const key = JSON.stringify(light);
    const known = lights.get(key);
    if (known) return known;
    if (lights.size > 6) lights.clear();
    const made = relit(sprite, light);
    lights.set(key, made);
    return made;
  };
  const perLarge = 1 / size.largest;
  const shadow = castShadow(sprite, foot);
  return {
    width: (picture.width - 2 * CLEAR) * factor * perLarge,
    height: size.height,
    legLength:
      legs.length === 0
        ? 0
        : (legs.reduce((sum, leg) => sum + leg.footY - leg.hipY, 0) / legs.length) * 1.25 * perLarge,
    draw(frame, stance, look) {
      const scale = stance.scale * perLarge;
      if (look.shadow) shadow(frame, stance, scale, look.shadow, legs);
      pose(nodes, mesh, legs, foot, stance, scale, { width, height, faces: cutOut.faces });
      drawMesh(sheet, inLight(look.light), mesh, nodes);
      const { veil } = look;
      laySheet(frame, sheet, veil && ((x, y) => veil(x, y, stance)));
    },
  };
}

export interface Foot {
  readonly x: number;
  readonly y: number;
}

/** What a figure turns about: between its feet, on the line that they stand on. */
function footOf(legs: readonly Leg[], width: number, height: number, { cut }: CutOut, factor: number): Foot {
  const y = height - CLEAR * factor;
  if (legs.length === 0 || cut.bottom) return { x: width / 2, y };
  // Feet that are farther away stand higher in the picture: the line is a little above the lowest one.
  const lowest = Math.max(...legs.map(({ footY }) => footY));
  const mean = legs.reduce((sum, leg) => sum + leg.footY, 0) / legs.length;
  return { x: legs.reduce((sum, leg) => sum + leg.footX, 0) / legs.length, y: lowest * 0.6 + mean * 0.4 };
}

function scaled(leg: Leg, factor: number, height: number): Leg {
  const middles = new Float32Array(height);
  for (let y = 0; y < height; y++) {
    middles[y] = leg.middles[Math.min(leg.middles.length - 1, Math.floor(y / factor))]! * factor;
  }
  return {
    middles,
    hipX: leg.hipX * factor,
    hipY: leg.hipY * factor,
    footX: leg.footX * factor,
    footY: leg.footY * factor,
    halfWidth: leg.halfWidth * factor,
    phase: leg.phase,
  };
}

interface Body {
  readonly width: number;
  readonly height: number;
  readonly faces: -1 | 0 | 1;
}

/** Says where each node of the figure is: limbs first, then the whole body. */
function pose(
  nodes: Float32Array,
  { places }: Mesh,
  legs: readonly Leg[],
  foot: Foot,
  stance: Stance,
  scale: number,
  { width, height, faces }: Body,
): void {
  const { x, y, lift, turn, lean, shear, stretch, stride, swing, nod } = stance;
  const ahead = faces === 0 ? 1 : faces;
  const [cos, sin] = [Math.cos(lean), Math.sin(lean)];
  for (let at = 0; at < places.length; at += 2) {
    let px = places[at]!;
    let py = places[at + 1]!;
    if (swing !== 0 && legs.length > 0) [px, py] = stepped(px, py, legs, stride, swing, ahead);
    const up = (foot.y - py) / height;
    if (nod !== 0 && up > 0.45) {
      const side = ((px - width / 2) / width) * 2 * ahead;
      const head = Math.min(1, (up - 0.45) / 0.3) * Math.max(0, side);
      px += ahead * nod * 0.012 * height * head;
      py += nod * 0.016 * height * head;
      const tail = Math.max(0, -side - 0.35) * (faces === 0 ? 0 : 1);
      py += Math.sin(stride + 0.8) * 0.02 * height * tail * (swing > 0 ? 1 : 0);
    }
    const lx = (px - foot.x + shear * (foot.y - py)) * turn;
    const ly = (py - foot.y) * stretch;
    nodes[at] = x + scale * (lx * cos - ly * sin);
    nodes[at + 1] = y - lift + scale * (lx * sin + ly * cos);
  }
}

/** Where a place of a leg is when the leg swings about its hip and bends as it comes forward. */
function stepped(
  x: number,
  y: number,
  legs: readonly Leg[],
  stride: number,
  swing: number,
  ahead: number,
): readonly [number, number] {
  let [total, moveX, moveY] = [0, 0, 0];
  for (const leg of legs) {
    const length = leg.footY - leg.hipY;
    const hipY = leg.hipY - length * 0.22;
    const down = (y - hipY) / (length * 1.22);
    if (down <= 0) continue;
    const row = Math.min(leg.middles.length - 1, Math.max(0, Math.round(y)));
    const away = (x - leg.middles[row]!) / (leg.halfWidth * 2.4);
    const weight = Math.exp(-away * away);
    if (weight < 0.003) continue;
    const phase = stride + leg.phase;
    const eased = down < 0.35 ? (down * down) / 0.7 : down - 0.175;
    const angle = ahead * swing * Math.cos(phase);
    // Lifted while it comes forward.
    const raised = Math.max(0, -Math.sin(phase));
    const reach = eased * length * 1.22;
    const bend = raised * Math.max(0, down - 0.5) * 2;
    total += weight;
    moveX += weight * (Math.sin(angle) * reach - ahead * bend * length * 0.16 * swing * 2);
    moveY += weight * (-(1 - Math.cos(angle)) * reach - raised * down * down * length * 0.3 * swing);
  }
  if (total === 0) return [x, y];
  const share = 1 / Math.max(1, total);
  return [x + moveX * share, y + moveY * share];
}

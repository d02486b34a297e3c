import type { Material, Mesh, Vec3 } from '@openimagine/render';
import { compose, translation } from '../model/matrix.ts';
import type { MeshPart } from '../model/mesh.ts';
import { cylinder } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';

/** What is swung, drawn, cast or pushed: it points where the posture says, not where the hand does. */
export type Tool =
  | 'racket'
  | 'bat'
  | 'golfClub'
  | 'hockeyStick'
  | 'axe'
  | 'pickaxe'
  | 'hammer'
  | 'shovel'
  | 'rake'
  | 'fishingRod'
  | 'longbow'
  | 'spear'
  | 'foil'
  | 'barbell'
  | 'paddle'
  | 'tray'
  | 'cane'
  | 'knife'
  | 'baton'
  | 'wok'
  | 'hose';

export interface ToolModel {
  /** The hand that has it: its grip is at the origin. Of `both` it lies between them. */
  readonly hand: 'left' | 'right' | 'both';
  readonly material: Material;
  /** Where it points when a posture does not say, in the space of the torso. */
  readonly rest: Vec3;
  /** Along +y, edges and heads to +z. */
  make(): Mesh;
}

export const WOOD = '#9a6a3a';
export const STEEL = '#c3cad2';
/** A round stick along +y. */
export const rod = (from: number, to: number, radius: number, color: string, end = radius): MeshPart => ({
  mesh: cylinder({ radius, topRadius: end, height: to - from, color, segments: 8 }),
  matrix: translation(0, from, 0),
});
/** A box with soft edges. */
export const block = (size: Vec3, at: Vec3, color: string, turn: Vec3 = [0, 0, 0]): MeshPart => ({
  mesh: roundedBox(size, Math.min(...size) * 0.3, color, 1),
  matrix: compose({ at, rotate: turn }),
});

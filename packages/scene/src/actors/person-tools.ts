import type { Vec3 } from '@openimagine/render';
import { cachedMesh } from '../model/cache.ts';
import { cross, type Matrix, multiply, translation, unit } from '../model/matrix.ts';
import type { Tool } from './person-tool.ts';
import { TOOLS } from './person-tool-models.ts';
import type { PartCollector } from './rig.ts';

/** Adds a tool to the hands that hold it; hands and torso are in the actor's space. */
export function addTool(
  pose: PartCollector,
  tool: Tool,
  {
    torso,
    hands,
    toward,
  }: {
    readonly torso: Matrix;
    readonly hands: readonly [left: Matrix, right: Matrix];
    readonly toward: Vec3 | undefined;
  },
): void {
  const { hand, material, rest, make } = TOOLS[tool];
  const mesh = cachedMesh(`tool/${tool}`, make);
  const [left, right] = hands.map((matrix) => gripOf(matrix)) as [Vec3, Vec3];
  const at: Vec3 =
    hand === 'left'
      ? left
      : hand === 'right'
        ? right
        : ([0, 1, 2].map((i) => (left[i]! + right[i]!) / 2) as unknown as Vec3);
  const turned = [...torso] as unknown as number[];
  turned[12] = at[0];
  turned[13] = at[1];
  turned[14] = at[2];
  pose.add(mesh, material, multiply(turned as unknown as Matrix, pointing(toward ?? rest)));
}

/** The middle of a closed hand. */
function gripOf(hand: Matrix): Vec3 {
  const matrix = multiply(hand, translation(0, -0.06, 0.012));
  return [matrix[12]!, matrix[13]!, matrix[14]!];
}

/** Turns +y to a direction; +x stays as near to the body's left as it can. */
function pointing(toward: Vec3): Matrix {
  const y = unit(toward);
  const level: Vec3 = [1 - y[0] * y[0], -y[0] * y[1], -y[0] * y[2]];
  const x = unit(Math.hypot(...level) > 0.12 ? level : cross(y, [0, 0, 1]));
  const z = cross(x, y);
  return [x[0], x[1], x[2], 0, y[0], y[1], y[2], 0, z[0], z[1], z[2], 0, 0, 0, 0, 1];
}

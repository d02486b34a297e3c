import type { Mesh } from '@openimagine/render';
import type { Matrix } from '../../../model/matrix.ts';
import { meshBounds } from '../../../model/mesh.ts';
import type { Box, Picture } from '../../../vision/sight.ts';
import type { EditMoment } from '../../tool.ts';
import type { ClipLook } from './clip-look.ts';
import { composeLayer, noiseSeed, type Shadow } from './compose-layer.ts';
import type { Light } from './light.ts';
import { drawMesh, HIDDEN, openTile } from './raster.ts';
import { type Material, shadeTile } from './shade.ts';

/** One of the pieces that an object is made of, in the object's own space. */
export interface Part {
  readonly mesh: Mesh;
  readonly material: Material;
}

/** How an object stands in one frame. */
export interface Stand {
  /** From the object's space to the view. */
  readonly matrix: Matrix;
  /** 0 to 1. */
  readonly presence: number;
  readonly shadows: readonly Shadow[];
  /** How much the picture has something in front of it at a pixel, 0 to 1. Absent: nothing. */
  readonly hiddenAt?: (x: number, y: number) => number;
  /** How much of its shadow a pixel takes, 0 to 1. Absent: all. */
  readonly takesShadowAt?: (x: number, y: number) => number;
  /** Shapes of the picture that may be in front of parts of it, in the object's space. */
  readonly occluders?: readonly Mesh[];
  /** How much brighter the frame is than the one that the light was estimated in. */
  readonly gain: number;
}

/** An object that is shown in a clip. */
export interface Exhibit {
  readonly parts: readonly Part[];
  readonly light: Light;
  readonly look: ClipLook;
  /** @returns Undefined where it is not to be seen. */
  standIn(frame: Picture, moment: EditMoment): Stand | undefined;
}

/**
 * Draws an object into a frame.
 * @returns What was touched.
 */
export function showExhibit(exhibit: Exhibit, frame: Picture, moment: EditMoment): Box | undefined {
  const stand = exhibit.standIn(frame, moment);
  if (!stand || stand.presence < 0.01) return undefined;
  const isSoft = exhibit.parts.every(({ material: { finish } }) => finish === 'picture' || finish === 'shadow');
  const box = withShadows(boundsOf(exhibit.parts, stand.matrix), stand.shadows, exhibit.look.blur);
  const tile = openTile(box, frame, isSoft);
  if (!tile) return undefined;
  for (const mesh of stand.occluders ?? []) drawMesh(tile, mesh, stand.matrix, HIDDEN);
  exhibit.parts.forEach(({ mesh }, i) => {
    drawMesh(tile, mesh, stand.matrix, i + 1);
  });
  const layer = shadeTile(
    tile,
    exhibit.parts.map(({ material }) => material),
    exhibit.light,
    stand.gain,
  );
  return composeLayer(frame, tile, layer, {
    look: exhibit.look,
    shadows: stand.shadows,
    presence: stand.presence,
    hiddenAt: stand.hiddenAt ?? (() => 0),
    ...(stand.takesShadowAt ? { takesShadowAt: stand.takesShadowAt } : {}),
    seed: noiseSeed(moment.index),
  });
}

function boundsOf(parts: readonly Part[], matrix: Matrix): Box {
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  for (const { mesh } of parts) {
    const { min, max } = meshBounds(mesh, matrix);
    left = Math.min(left, min[0]);
    right = Math.max(right, max[0]);
    top = Math.min(top, -max[1]);
    bottom = Math.max(bottom, -min[1]);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function withShadows(box: Box, shadows: readonly Shadow[], blur: number): Box {
  let margin = 2 + blur * 3;
  for (const shadow of shadows)
    margin = Math.max(margin, Math.abs(shadow.x) + shadow.blur * 2.7, Math.abs(shadow.y) + shadow.blur * 2.7);
  return { x: box.x - margin, y: box.y - margin, width: box.width + margin * 2, height: box.height + margin * 2 };
}

import type { Warper, WarperPlane, WarperTarget } from '@openimagine/render';
import type { Layer, LayerPlaces } from './layer.ts';
import { CELL, type Field } from './mover.ts';
import type { Frame, Plane, Planes } from './planes.ts';

/** The three planes of a frame that lies in the warper's memory. */
export function targetsOf({ width, height, data }: Frame): readonly WarperTarget[] {
  const size = width * height;
  const chroma = { width: width >> 1, height: height >> 1, cell: CELL / 2, isLuma: false };
  return [
    { data, width, height, cell: CELL, isLuma: true },
    { ...chroma, data: data.subarray(size, size + (size >> 2)) },
    { ...chroma, data: data.subarray(size + (size >> 2)) },
  ];
}

const planesOf = ({ y, u, v, rim }: Planes): readonly WarperPlane[] => {
  const plane = ({ data, stride, origin }: Plane, reach: number) => ({ data, stride, origin, reach });
  return [plane(y, rim - 4), plane(u, (rim >> 1) - 4), plane(v, (rim >> 1) - 4)];
};

/**
 * Reads a whole frame from the picture.
 * @param hidden Where a layer covers everything, as by `coreOf`; it is not read there.
 */
export function warpPicture(warper: Warper, frame: Frame, source: Planes, field: Field, hidden?: Uint8Array): void {
  const planes = planesOf(source);
  for (const [index, target] of targetsOf(frame).entries()) warper.warp(target, planes[index]!, field, hidden);
}

/** How a layer lies over a frame. `core` is where nothing but its plate is seen. */
export interface LaidLayer {
  readonly layer: Layer;
  readonly matte: Uint8Array;
  readonly core: Uint8Array;
  readonly places: LayerPlaces;
}

/** Lays a layer over a frame that holds the picture. */
export function warpLayer(warper: Warper, frame: Frame, { layer, matte, core, places }: LaidLayer, field: Field): void {
  const plates = planesOf(layer.plate);
  for (const [index, target] of targetsOf(frame).entries()) {
    warper.lay(target, { plate: plates[index]!, matte, core, picture: field, ...places });
  }
}

/**
 * 1 where a matte is full for some pixels all round, so that nothing else is seen however it is interpolated.
 * @param reach Pixels, at least 2.
 */
export function coreOf(matte: Uint8Array, width: number, height: number, reach: number): Uint8Array {
  const across = new Uint8Array(width * height);
  const core = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0, run = 0, at = y * width; x < width; x++, at++) {
      run = matte[at] === 255 ? run + 1 : 0;
      if (run > 2 * reach) across[at - reach] = 1;
      else if (run === x + 1 && x >= reach) across[at - reach] = 1;
    }
    for (let x = Math.max(0, width - reach), at = y * width + x; x < width; x++, at++) {
      across[at] = matte[at] === 255 && across[at - 1] === 1 ? 1 : 0;
    }
  }
  const runs = new Uint16Array(width);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      runs[x] = across[at] === 1 ? runs[x]! + 1 : 0;
      if (runs[x]! > 2 * reach || (runs[x]! === y + 1 && y >= reach)) core[at - reach * width] = 1;
    }
  }
  for (let y = Math.max(1, height - reach); y < height; y++) {
    for (let x = 0, at = y * width; x < width; x++, at++) core[at] = across[at] === 1 && core[at - width] === 1 ? 1 : 0;
  }
  return core;
}

import type { Warper } from '@openimagine/render';
import type { Veil } from './mover.ts';
import type { Frame } from './planes.ts';
import { targetsOf } from './warp.ts';

/** Makes a function that lays a veil over a frame; rows of nodes without one cost nothing. */
export function veilLayer(warper: Warper, { columns, rows }: Pick<Veil, 'columns' | 'rows'>) {
  const keeps = warper.floats(columns * rows);
  const adds = warper.floats(columns * rows);
  const activeRows = warper.bytes(rows);
  return (frame: Frame, veil: Veil): void => {
    markActive(veil, activeRows);
    for (let at = 0; at < keeps.length; at++) keeps[at] = veil.gain[at]! * (1 - veil.cover[at]!);
    for (const [index, target] of targetsOf(frame).entries()) {
      adds.set([veil.y, veil.u, veil.v][index]!);
      warper.veil(target, keeps, adds, activeRows, { columns, rows });
    }
  };
}

function markActive({ columns, rows, gain, cover, y, u, v }: Veil, active: Uint8Array): void {
  active.fill(0);
  for (let row = 0; row < rows; row++) {
    for (let at = row * columns; at < (row + 1) * columns; at++) {
      if (gain[at] !== 1 || cover[at] !== 0 || y[at] !== 0 || u[at] !== 0 || v[at] !== 0) {
        active[row] = 1;
        break;
      }
    }
  }
}

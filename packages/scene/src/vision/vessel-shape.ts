import { ease } from './planes.ts';

/** Things that hold something: what they hold has other colours than they, and what they stand on often the same. */
export const VESSELS: ReadonlySet<string> = new Set(['cup', 'bowl', 'vase']);

/** How far a vessel's handle may reach beyond its box, in halves of it. */
export const VESSEL_AWAY = 1.5;

/** What a place of a vessel's box says by itself. */
export interface VesselPlace {
  /** How likely it belongs to it: 1 where it surely does. */
  readonly share: number;
  /** How far its colour is to be believed against that. */
  readonly trust: number;
}

/**
 * A vessel is wide at its rim, which is an ellipse from above and straight from the side, and narrower at its foot.
 * @param u Halves of the box off its middle, across. @param v Likewise, down.
 */
export function vesselAt(u: number, v: number): VesselPlace {
  const inRim = Math.hypot(u, (v + 0.3) / 0.72);
  const isBody = v > -0.3 && v < 0.92 && Math.abs(u) < 0.8 - 0.42 * ease(0, 0.92, v);
  if (inRim < 0.85 || isBody) return { share: 1, trust: 0 };
  // Above the middle of a rim seen from above lies what is behind it: there colours tell.
  if (v < -0.1 && inRim > 0.92) {
    const inBox = ease(1.2, 1, Math.max(Math.abs(u), Math.abs(v)));
    return { share: (0.15 + 0.35 * ease(1.06, 0.92, inRim)) * inBox, trust: 0.8 };
  }
  const half = 1.02 - 0.3 * ease(0, 1.1, v);
  const away = Math.max(Math.abs(u) / half, Math.abs(v) / 1.08);
  return { share: 0.06 + 0.2 * ease(VESSEL_AWAY, 1.1, away) + 0.66 * ease(1.12, 0.85, away), trust: 0.3 };
}

/** A value along the car, from the tail (−z) to the nose: z, value, z, value … */
export type Curve = readonly number[];

/** One kind of car: all its sheet metal in five curves. Metres; wheels on z = ±`wheels`. */
export interface CarShape {
  readonly name: 'sedan' | 'hatch' | 'suv' | 'pickup' | 'van' | 'old';
  /** Height of the bonnet, the belt and the boot lid, in the middle. */
  readonly deck: Curve;
  /** Half the width at its widest. */
  readonly width: Curve;
  /** Height of the glass house; where it meets the deck it ends. */
  readonly roof: Curve;
  /** Where the windscreen ends above, where the rear window begins above, and where each side's glass begins behind. */
  readonly glass: { readonly front: number; readonly rear: number; readonly side: number };
  readonly sill: number;
  readonly wheels: number;
  readonly radius: number;
  /** How far the sides of the glass house lean in, metres a metre. */
  readonly lean: number;
}

export const CAR_SHAPES: Readonly<Record<CarShape['name'], CarShape>> = {
  sedan: {
    name: 'sedan',
    deck: [
      -2.28, 0.72, -2.22, 0.92, -2, 0.985, -1.5, 1.0, -0.6, 0.96, 0.5, 0.94, 1, 0.93, 1.6, 0.85, 2, 0.75, 2.22, 0.62,
      2.28, 0.5,
    ],
    width: [-2.28, 0.68, -2.2, 0.78, -1.9, 0.85, -1.2, 0.9, 0.4, 0.9, 1.4, 0.88, 1.9, 0.81, 2.18, 0.68, 2.28, 0.54],
    roof: [-1.78, 0.97, -1.68, 1.0, -1.02, 1.34, -0.7, 1.42, -0.2, 1.455, 0.1, 1.43, 0.3, 1.37, 0.94, 0.99, 1.04, 0.93],
    glass: { front: 0.26, rear: -0.92, side: -1.06 },
    sill: 0.24,
    wheels: 1.36,
    radius: 0.33,
    lean: 0.36,
  },
  hatch: {
    name: 'hatch',
    deck: [
      -1.98, 0.72, -1.95, 0.96, -1.6, 1.0, -0.6, 0.98, 0.6, 0.96, 1, 0.94, 1.5, 0.86, 1.86, 0.76, 2.02, 0.62, 2.08, 0.5,
    ],
    width: [-1.98, 0.7, -1.9, 0.8, -1.5, 0.87, 0.4, 0.88, 1.3, 0.86, 1.75, 0.8, 2, 0.66, 2.08, 0.52],
    roof: [-1.93, 0.98, -1.86, 1.05, -1.62, 1.42, -1.4, 1.5, -0.4, 1.54, 0.1, 1.5, 0.3, 1.43, 1, 0.99, 1.1, 0.93],
    glass: { front: 0.24, rear: -1.58, side: -1.4 },
    sill: 0.24,
    wheels: 1.24,
    radius: 0.32,
    lean: 0.32,
  },
  suv: {
    name: 'suv',
    deck: [
      -2.28, 0.84, -2.24, 1.1, -1.9, 1.16, -0.6, 1.14, 0.7, 1.12, 1.1, 1.11, 1.7, 1.06, 2.1, 0.98, 2.26, 0.84, 2.3,
      0.66,
    ],
    width: [-2.28, 0.78, -2.2, 0.87, -1.9, 0.93, 0.4, 0.95, 1.5, 0.93, 2, 0.88, 2.22, 0.77, 2.3, 0.66],
    roof: [-2.22, 1.14, -2.12, 1.24, -1.96, 1.66, -1.8, 1.76, -0.4, 1.82, 0.2, 1.78, 0.4, 1.7, 1.02, 1.17, 1.1, 1.1],
    glass: { front: 0.36, rear: -1.94, side: -1.82 },
    sill: 0.36,
    wheels: 1.42,
    radius: 0.39,
    lean: 0.26,
  },
  pickup: {
    name: 'pickup',
    deck: [
      -2.6, 0.8, -2.58, 1.12, -2.4, 1.14, -0.8, 1.13, 0.6, 1.12, 1.2, 1.1, 1.8, 1.06, 2.25, 1, 2.42, 0.88, 2.46, 0.66,
    ],
    width: [-2.6, 0.86, -2.5, 0.92, -1.9, 0.94, 0.4, 0.95, 1.5, 0.94, 2.1, 0.9, 2.4, 0.79, 2.46, 0.7],
    roof: [-0.72, 1.12, -0.66, 1.2, -0.5, 1.7, -0.36, 1.79, 0.2, 1.83, 0.5, 1.78, 0.64, 1.72, 1.2, 1.16, 1.28, 1.08],
    glass: { front: 0.6, rear: -0.5, side: -0.42 },
    sill: 0.42,
    wheels: 1.55,
    radius: 0.41,
    lean: 0.22,
  },
  van: {
    name: 'van',
    deck: [-2.4, 0.8, -2.37, 1.16, -2.1, 1.2, 0.9, 1.16, 1.5, 1.1, 2.05, 0.98, 2.22, 0.8, 2.26, 0.6],
    width: [-2.4, 0.84, -2.3, 0.92, -1.9, 0.95, 1, 0.95, 1.8, 0.89, 2.18, 0.76, 2.26, 0.64],
    roof: [-2.36, 1.16, -2.28, 1.3, -2.2, 1.8, -2.05, 1.9, -0.4, 1.95, 0.5, 1.9, 0.74, 1.82, 1.56, 1.14, 1.64, 1.06],
    glass: { front: 0.7, rear: -2.18, side: -1.95 },
    sill: 0.32,
    wheels: 1.45,
    radius: 0.35,
    lean: 0.18,
  },
  old: {
    name: 'old',
    deck: [
      -2.05, 0.5, -2, 0.7, -1.75, 0.9, -1.3, 1.02, -0.6, 1.03, 0.5, 1.02, 0.9, 1.0, 1.6, 0.98, 1.95, 0.93, 2.06, 0.8,
      2.1, 0.56,
    ],
    width: [-2.05, 0.4, -1.9, 0.6, -1.4, 0.74, -0.4, 0.78, 0.5, 0.76, 1, 0.6, 1.6, 0.46, 2, 0.38, 2.1, 0.3],
    roof: [-1.74, 0.9, -1.62, 1.0, -1.2, 1.42, -0.9, 1.58, -0.3, 1.66, 0.2, 1.63, 0.42, 1.56, 0.78, 1.06, 0.86, 1.0],
    glass: { front: 0.4, rear: -1.02, side: -1.05 },
    sill: 0.34,
    wheels: 1.34,
    radius: 0.36,
    lean: 0.16,
  },
};

/** The value of a curve at `z`, eased between its points. */
export function along(curve: Curve, z: number): number {
  const last = curve.length - 2;
  if (z <= curve[0]!) return curve[1]!;
  if (z >= curve[last]!) return curve[last + 1]!;
  let i = 0;
  while (curve[i + 2]! < z) i += 2;
  const t = (z - curve[i]!) / (curve[i + 2]! - curve[i]!);
  // Catmull-Rom with the neighbours' slopes, so that panels have no kinks.
  const [z0, y0, z1, y1] = [curve[i]!, curve[i + 1]!, curve[i + 2]!, curve[i + 3]!];
  const before = i > 0 ? (y1 - curve[i - 1]!) / (z1 - curve[i - 2]!) : (y1 - y0) / (z1 - z0);
  const behind = i + 4 <= last ? (curve[i + 5]! - y0) / (curve[i + 4]! - z0) : (y1 - y0) / (z1 - z0);
  const h = z1 - z0;
  const [a, b] = [t * t * (3 - 2 * t), t * (1 - t)];
  return y0 + (y1 - y0) * a + h * b * (before * (1 - t) - behind * t);
}

/** Heights in metres of what the detectors know, standing as they are usually seen. */
const HEIGHTS: Readonly<Record<string, number>> = {
  person: 1.7,
  dog: 0.62,
  cat: 0.32,
  bird: 0.25,
  horse: 1.7,
  sheep: 0.9,
  cow: 1.5,
  elephant: 3,
  bear: 1.4,
  zebra: 1.4,
  giraffe: 4.5,
  cup: 0.1,
  bottle: 0.28,
  'wine glass': 0.2,
  bowl: 0.09,
  banana: 0.05,
  apple: 0.08,
  cake: 0.15,
  'teddy bear': 0.4,
  'potted plant': 0.5,
  vase: 0.3,
  clock: 0.3,
  book: 0.22,
  laptop: 0.25,
  tv: 0.7,
  backpack: 0.5,
  umbrella: 0.9,
  'sports ball': 0.22,
  bicycle: 1.05,
  motorcycle: 1.1,
  car: 1.5,
  bus: 3,
  truck: 3,
  train: 3.6,
  airplane: 8,
  boat: 2,
  chair: 0.9,
  couch: 0.85,
  bed: 0.6,
  'dining table': 0.75,
};

interface Support {
  readonly width: number;
  readonly surface: number;
  /** Seen from the side, so that its height tells its size as well. */
  readonly isUpright?: true;
}

/** Widths in metres, and how high above its foot, as a share of its own height, things stand on it. */
const SUPPORTS: Readonly<Record<string, Support>> = {
  couch: { width: 2, surface: 0.42, isUpright: true },
  chair: { width: 0.5, surface: 0.5, isUpright: true },
  bench: { width: 1.5, surface: 0.5, isUpright: true },
  bed: { width: 1.8, surface: 0.55 },
  'dining table': { width: 1.5, surface: 0.85 },
  car: { width: 4.3, surface: 0.95 },
  boat: { width: 5, surface: 0.45 },
  horse: { width: 2.2, surface: 0.75 },
  laptop: { width: 0.35, surface: 0.1 },
};

export function heightOf(label: string | undefined): number {
  return (label === undefined ? undefined : HEIGHTS[label]) ?? 0.5;
}

export function supportOf(label: string | undefined): Support | undefined {
  return label === undefined ? undefined : SUPPORTS[label];
}

import type { Picture } from './sight.ts';

/**
 * Whether a picture was drawn rather than photographed: charts, screenshots, comics, plain areas. Lenses and sensors
 * leave no two neighbours alike over long runs; drawing tools do.
 */
export function isFlatPicture({ width, height, rgba }: Picture): boolean {
  const step = Math.max(1, Math.floor(height / 200));
  const runMin = Math.max(8, Math.min(48, Math.floor(width / 14)));
  let [count, equal, runs, run] = [0, 0, 0, 0];
  for (let y = 0; y < height; y += step) {
    run = 0;
    for (let x = 1; x < width; x++) {
      const i = 4 * (y * width + x);
      let apart = 0;
      for (let c = 0; c < 3; c++) apart = Math.max(apart, Math.abs(rgba[i + c]! - rgba[i + c - 4]!));
      const isBlack = rgba[i]! + rgba[i + 1]! + rgba[i + 2]! < 24;
      count++;
      // Nights are black and burnt skies are white in photos too.
      if (apart <= 1 && !isBlack) {
        equal++;
        if (++run === runMin) runs += runMin;
        else if (run > runMin) runs++;
      } else run = 0;
    }
  }
  if (count === 0) return true;
  return runs / count > 0.45 && equal / count > 0.6;
}

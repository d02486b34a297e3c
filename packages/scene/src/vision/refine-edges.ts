import { blurPlane, ease, shrinkPicture, stepsAcross } from './planes.ts';
import type { Coverage, Picture } from './sight.ts';

/**
 * Lays a coarse region onto a picture so that its edges follow the picture's own, hair and leaves included.
 * @param region 0 to 1 on a grid of the picture's shape.
 * @see He & Sun, Fast Guided Filter, 2015
 */
export function refineEdges(
  picture: Picture,
  region: { readonly width: number; readonly height: number; readonly data: Float32Array },
  options: { readonly radius?: number; readonly sharpness?: number } = {},
): Coverage {
  const { radius = 3, sharpness = 0.25 } = options;
  const { width, height } = region;
  const small = shrinkTo(picture, width, height);
  const lines = fitLines(small, region.data, width, height, radius);
  const result = new Uint8Array(picture.width * picture.height);
  const xs = stepsAcross(width, picture.width);
  const ys = stepsAcross(height, picture.height);
  const curve = Uint8Array.from({ length: 1025 }, (_, i) => Math.round(255 * ease(sharpness, 1 - sharpness, i / 1024)));
  const { rgba } = picture;
  // One row of the lines at the picture's height, so that only the way across is left for each pixel.
  const [red, green, blue, base] = lines.map(() => new Float32Array(width)) as [Row, Row, Row, Row];
  for (let y = 0; y < picture.height; y++) {
    const share = ys.share[y]!;
    for (const [k, row] of [red, green, blue, base].entries()) {
      mixRows(lines[k]!, ys.low[y]! * width, ys.high[y]! * width, share, row);
    }
    for (let x = 0; x < picture.width; x++) {
      const low = xs.low[x]!;
      const high = xs.high[x]!;
      const u = xs.share[x]!;
      const at = y * picture.width + x;
      const value =
        (red[low]! + (red[high]! - red[low]!) * u) * rgba[4 * at]! +
        (green[low]! + (green[high]! - green[low]!) * u) * rgba[4 * at + 1]! +
        (blue[low]! + (blue[high]! - blue[low]!) * u) * rgba[4 * at + 2]! +
        (base[low]! + (base[high]! - base[low]!) * u);
      result[at] = value <= 0 ? curve[0]! : value >= 1 ? curve[1024]! : curve[(value * 1024 + 0.5) | 0]!;
    }
  }
  return { width: picture.width, height: picture.height, data: result };
}

type Row = Float32Array;

function mixRows(plane: Float32Array, from: number, to: number, share: number, row: Row): void {
  for (let x = 0; x < row.length; x++) row[x] = plane[from + x]! + (plane[to + x]! - plane[from + x]!) * share;
}

type Lines = readonly [red: Float32Array, green: Float32Array, blue: Float32Array, base: Float32Array];

function shrinkTo(picture: Picture, width: number, height: number): Picture {
  const small = shrinkPicture(picture, Math.max(width, height));
  if (small.width !== width || small.height !== height) throw new Error('a region has another shape than its picture');
  return small;
}

/** Around each cell, the region as a linear function of red, green and blue, by least squares. */
function fitLines({ rgba }: Picture, region: Float32Array, width: number, height: number, radius: number): Lines {
  const count = width * height;
  const channel = (c: number) => Float32Array.from({ length: count }, (_, i) => rgba[4 * i + c]!);
  const blur = (data: Float32Array) => blurPlane(data, width, height, radius);
  const product = (p: Float32Array, q: Float32Array) => blur(p.map((value, i) => value * q[i]!));
  const [r, g, b] = [channel(0), channel(1), channel(2)];
  const [mr, mg, mb, mp] = [blur(r), blur(g), blur(b), blur(region)];
  const [rr, rg, rb, gg, gb, bb] = [
    product(r, r),
    product(r, g),
    product(r, b),
    product(g, g),
    product(g, b),
    product(b, b),
  ];
  const [pr, pg, pb] = [product(region, r), product(region, g), product(region, b)];
  const lines: Lines = [r, g, b, new Float32Array(count)];
  // About six levels of noise: below it, colours explain nothing and the region is only smoothed.
  const noise = 40;
  for (let i = 0; i < count; i++) {
    const [R, G, B, P] = [mr[i]!, mg[i]!, mb[i]!, mp[i]!];
    const xx = rr[i]! - R * R + noise;
    const xy = rg[i]! - R * G;
    const xz = rb[i]! - R * B;
    const yy = gg[i]! - G * G + noise;
    const yz = gb[i]! - G * B;
    const zz = bb[i]! - B * B + noise;
    const [u, v, w] = [pr[i]! - P * R, pg[i]! - P * G, pb[i]! - P * B];
    const [c0, c1, c2] = [yy * zz - yz * yz, xz * yz - xy * zz, xy * yz - xz * yy];
    const scale = 1 / (xx * c0 + xy * c1 + xz * c2);
    const red = (c0 * u + c1 * v + c2 * w) * scale;
    const green = (c1 * u + (xx * zz - xz * xz) * v + (xy * xz - xx * yz) * w) * scale;
    const blue = (c2 * u + (xy * xz - xx * yz) * v + (xx * yy - xy * xy) * w) * scale;
    lines[0][i] = red;
    lines[1][i] = green;
    lines[2][i] = blue;
    lines[3][i] = P - red * R - green * G - blue * B;
  }
  return [blur(lines[0]), blur(lines[1]), blur(lines[2]), blur(lines[3])];
}

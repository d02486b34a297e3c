import type { Box, Picture } from '../../../vision/sight.ts';

/**
 * A part of a picture at another size: averaged where it becomes smaller, linear between pixels where it becomes larger.
 * @param part May reach over the picture's edge, which then repeats.
 */
export function scalePart(picture: Picture, part: Box, width: number, height: number): Picture {
  const rgba = new Uint8Array(width * height * 4);
  const stepX = part.width / width;
  const stepY = part.height / height;
  const samplesX = Math.max(1, Math.min(8, Math.round(stepX)));
  const samplesY = Math.max(1, Math.min(8, Math.round(stepY)));
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to += 4) {
      let [red, green, blue, alpha] = [0, 0, 0, 0];
      for (let sy = 0; sy < samplesY; sy++) {
        for (let sx = 0; sx < samplesX; sx++) {
          const sample = samplePicture(
            picture,
            part.x + (x + (sx + 0.5) / samplesX) * stepX - 0.5,
            part.y + (y + (sy + 0.5) / samplesY) * stepY - 0.5,
          );
          red += sample[0];
          green += sample[1];
          blue += sample[2];
          alpha += sample[3];
        }
      }
      const count = samplesX * samplesY;
      rgba[to] = red / count + 0.5;
      rgba[to + 1] = green / count + 0.5;
      rgba[to + 2] = blue / count + 0.5;
      rgba[to + 3] = alpha / count + 0.5;
    }
  }
  return { width, height, rgba };
}

/** Fills a size, cutting off what hangs over, equally on both sides. */
export function coverSize(picture: Picture, width: number, height: number): Picture {
  if (picture.width === width && picture.height === height) return picture;
  const scale = Math.min(picture.width / width, picture.height / height);
  const part = { width: width * scale, height: height * scale };
  return scalePart(
    picture,
    { ...part, x: (picture.width - part.width) / 2, y: (picture.height - part.height) / 2 },
    width,
    height,
  );
}

/** Red, green, blue and alpha between pixels, 0 … 255; beyond the edge those of the edge. */
export function samplePicture(
  { width, height, rgba }: Picture,
  x: number,
  y: number,
): readonly [number, number, number, number] {
  const left = x < 0 ? 0 : x > width - 1 ? width - 1 : x;
  const top = y < 0 ? 0 : y > height - 1 ? height - 1 : y;
  const x0 = Math.floor(left);
  const y0 = Math.floor(top);
  const fx = left - x0;
  const fy = top - y0;
  const a = (y0 * width + x0) * 4;
  const b = x0 + 1 < width ? a + 4 : a;
  const down = y0 + 1 < height ? width * 4 : 0;
  const mix = (channel: number): number =>
    (rgba[a + channel]! * (1 - fx) + rgba[b + channel]! * fx) * (1 - fy) +
    (rgba[a + down + channel]! * (1 - fx) + rgba[b + down + channel]! * fx) * fy;
  return [mix(0), mix(1), mix(2), mix(3)];
}

/** Frames in flat colours with ink: painted cels, printed comics, woodblocks. */
import { add, sub, mul, div, mad, mix, splat, lower, upper, saturate, toInt, gather, smooth } from './math'
import { FW, FH, brightness, shares } from './easel'
import { RED, GREEN, BLUE, fromTable, byteAt, tileAt, pixelsAt, readPixels } from './paint'

/** Paints by brightness for what is solid, ink over it. @param solid Depth, 0 where the sky is; or no plane: all is solid. */
export function celFrame(ink: usize, solid: usize, paints: usize, vivid: f32, warmth: f32): void {
  for (let y = 0; y < FH; y++) for (let x = 0; x < FW; x += 4) {
    const p = pixelsAt(y, x), under = readPixels(p), l = brightness(RED, GREEN, BLUE)
    let paint = fromTable(paints, l)
    if (solid) paint = mix(paint, l, v128.andnot(splat(.72), f32x4.gt(v128.load(solid + (<usize>(y * FW + x) << 2)), splat(0))))
    const k = mul(div(add(paint, splat(.015)), add(l, splat(.015))), splat(vivid)), grey = mul(paint, splat(1 - vivid))
    // Shade goes to violet, light to cream.
    const shade = mul(upper(sub(splat(.42), paint), splat(0)), splat(warmth)), light = mul(upper(sub(paint, splat(.55)), splat(0)), splat(warmth))
    let r = add(mad(RED, k, grey), mad(light, splat(.28), mul(shade, splat(.04)))), g = add(mad(GREEN, k, grey), mad(light, splat(.12), mul(shade, splat(-.12)))), b = add(mad(BLUE, k, grey), mad(light, splat(-.3), mul(shade, splat(.42))))
    const line = smooth(splat(.3), splat(.75), byteAt(ink, y, x)), t = mul(line, splat(.92))
    // Lines take a little of what they run over, as coloured traces do.
    r = mix(r, mad(r, splat(.16), splat(.045)), t); g = mix(g, mad(g, splat(.1), splat(.025)), t); b = mix(b, mad(b, splat(.16), splat(.07)), t)
    v128.store(p, shares(r, g, b, under))
  }
}
/**
 * Flats, dots where the tone is darker than its flat, ink, paper. @param dots A tile: how dark it must be for ink.
 * @param most Largest share of a dot's cell. @param press How dark a dot is.
 */
export function dottedFrame(ink: usize, flats: usize, dots: usize, vivid: f32, want0: f32, most: f32, press: f32, blacks: f32): void {
  for (let y = 0; y < FH; y++) for (let x = 0; x < FW; x += 4) {
    const p = pixelsAt(y, x), under = readPixels(p), l = brightness(RED, GREEN, BLUE), flat = fromTable(flats, l), k = mul(div(add(flat, splat(.02)), add(l, splat(.02))), splat(vivid)), grey = mul(flat, splat(1 - vivid))
    let r = mad(RED, k, grey), g = mad(GREEN, k, grey), b = mad(BLUE, k, grey)
    const want = lower(mul(upper(sub(splat(want0), l), splat(0)), splat(1 / want0)), splat(most)), dot = mul(saturate(mul(sub(want, tileAt(dots, y, x)), splat(7))), splat(press))
    // Cyan and red inks: the dot is a darker step of the colour that it lies on.
    r = sub(r, mul(r, dot)); g = sub(g, mul(g, mul(dot, splat(.95)))); b = sub(b, mul(b, mul(dot, splat(.78))))
    r = mad(saturate(r), splat(.955), splat(.03)); g = mad(saturate(g), splat(.945), splat(.028)); b = mad(saturate(b), splat(.91), splat(.022))
    const solid = saturate(mul(sub(splat(blacks), l), splat(22))), line = upper(smooth(splat(.25), splat(.6), byteAt(ink, y, x)), mul(solid, splat(.94)))
    r = mix(r, splat(.04), line); g = mix(g, splat(.03), line); b = mix(b, splat(.05), line)
    v128.store(p, shares(r, g, b, under))
  }
}
/**
 * A few pigments, the grain of the block, its key lines. @param nearest A byte for each of 32 × 32 × 32. @param pigments
 * Three floats each. @param soft The picture's own tone that is kept. @param dots Dots for what is darker than its pigment, or 0.
 */
export function woodblockFrame(ink: usize, solid: usize, nearest: usize, pigments: usize, grain: usize, paper: usize, soft: f32, press: f32, dots: usize): void {
  for (let y = 0; y < FH; y++) {
    const top: f32 = <f32>y / <f32>FH, band = splat(top < .2 ? (1 - top * 5) * (1 - top * 5) * (dots ? 0 : .85) : 0)
    for (let x = 0; x < FW; x += 4) {
      const p = pixelsAt(y, x), under = readPixels(p), levels = splat(31), h = splat(.5), own = brightness(RED, GREEN, BLUE)
      let lr = RED, lg = GREEN, lb = BLUE
      // Loud inks: dark colours count as what they would be in the light.
      if (dots) { const up = div(f32x4.sqrt(add(own, splat(.03))), add(own, splat(.08))), m = mul(own, up), v = splat(1.25); lr = mad(sub(mul(lr, up), m), v, m); lg = mad(sub(mul(lg, up), m), v, m); lb = mad(sub(mul(lb, up), m), v, m) }
      const key = i32x4.add(i32x4.shl(toInt(mad(saturate(lr), levels, h)), 10), i32x4.add(i32x4.shl(toInt(mad(saturate(lg), levels, h)), 5), toInt(mad(saturate(lb), levels, h))))
      let i = i32x4.splat(<i32>load<u8>(nearest + <usize>i32x4.extract_lane(key, 0)) * 3)
      i = i32x4.replace_lane(i, 1, <i32>load<u8>(nearest + <usize>i32x4.extract_lane(key, 1)) * 3); i = i32x4.replace_lane(i, 2, <i32>load<u8>(nearest + <usize>i32x4.extract_lane(key, 2)) * 3); i = i32x4.replace_lane(i, 3, <i32>load<u8>(nearest + <usize>i32x4.extract_lane(key, 3)) * 3)
      const s = splat(soft)
      let r = mix(gather(pigments, i), RED, s), g = mix(gather(pigments + 4, i), GREEN, s), b = mix(gather(pigments + 8, i), BLUE, s)
      const sheet = tileAt(paper, y, x), wood = tileAt(grain, y, x)
      if (dots) {
        const darker = upper(sub(brightness(r, g, b), own), splat(0)), dot = saturate(mul(sub(lower(mul(darker, splat(3.4)), splat(.62)), tileAt(dots, y, x)), splat(6)))
        r = mad(mul(r, dot), splat(-.62), r); g = mad(mul(g, dot), splat(-.62), g); b = mad(mul(b, dot), splat(-.45), b)
      } else {
        // The printer wipes the block so that the sky darkens towards its upper edge.
        const sky = solid ? v128.andnot(band, f32x4.gt(v128.load(solid + (<usize>(y * FW + x) << 2)), splat(0))) : mul(band, splat(.4))
        r = mix(r, splat(.1), sky); g = mix(g, splat(.22), sky); b = mix(b, splat(.42), sky)
      }
      const k = splat(press), pale = mad(mad(wood, splat(.7), mul(sheet, splat(.3))), k, sub(splat(1), mul(k, splat(.5))))
      const one = splat(1)
      r = sub(one, mul(sub(one, r), pale)); g = sub(one, mul(sub(one, g), pale)); b = sub(one, mul(sub(one, b), pale))
      r = mul(r, splat(.965)); g = mul(g, splat(.95)); b = mul(b, dots ? splat(.95) : splat(.9))
      const line = mul(smooth(splat(.25), splat(.6), byteAt(ink, y, x)), splat(.93))
      r = mix(r, dots ? splat(.02) : splat(.075), line); g = mix(g, dots ? splat(.02) : splat(.085), line); b = mix(b, dots ? splat(.03) : splat(.15), line)
      v128.store(p, shares(r, g, b, under))
    }
  }
}

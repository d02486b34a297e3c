/** Edited frames in another manner: each enlarges its planes row by row and paints over the frame. */
import { add, sub, mul, div, mad, mix, splat, lower, upper, select, saturate, toInt, gather } from './math'
import { FRAME, FW, FH, STRIDE, brightness, channel, enlargeRow, fourBytes, levels, line, shares, vignetteRow } from './easel'
import { lookUp, CUBE_RED, CUBE_GREEN, CUBE_BLUE } from './cube'

const BYTE: f32 = 1 / 255.0
@inline function enlarged(index: i32, x: i32): v128 { return v128.load(line(index) + (<usize>x << 2)) }
@inline function pixelsAt(y: i32, x: i32): usize { return FRAME + (<usize>(y * STRIDE + x) << 2) }
@inline function smoothly(from: f32, to: f32, value: f32): f32 { const t = min<f32>(1, max<f32>(0, (value - from) / (to - from))); return t * t * (3 - 2 * t) }
@inline function atLeast0(v: v128): v128 { return upper(v, splat(0)) }
/** Of a table of 1025 floats over 0 … 1. */
@inline function fromTable(table: usize, v: v128): v128 { return gather(table, toInt(mul(saturate(v), splat(1024)))) }
/** @param texture Rows as long as the frame is wide. */
@inline function textureAt(texture: usize, y: i32, x: i32): v128 { return fourBytes(texture + <usize>(y * FW + x)) }

/** @param sky 0: there is none. @param paints 1025 floats: the paint for each brightness. */
export function animeFrame(red: usize, green: usize, blue: usize, ink: usize, glow: usize, sky: usize, paints: usize): void {
  const one = splat(1), zero = splat(0), vivid: f32 = 1.24
  for (let y = 0; y < FH; y++) {
    enlargeRow(red, y, line(0)); enlargeRow(green, y, line(1)); enlargeRow(blue, y, line(2)); enlargeRow(ink, y, line(3)); enlargeRow(glow, y, line(4))
    if (sky) enlargeRow(sky, y, line(5))
    // Down a painted sky: deep blue to pale turquoise to cream.
    const low = smoothly(.05, .75, <f32>y / <f32>FH), skyRed: f32 = .2 + low * .5, skyGreen: f32 = .47 + low * .36, skyBlue: f32 = .82 + low * .06
    for (let x = 0; x < FW; x += 4) {
      let r = enlarged(0, x), g = enlarged(1, x), b = enlarged(2, x)
      const l = brightness(r, g, b), paint = fromTable(paints, mad(l, splat(1.06), splat(.02)))
      const k = div(mad(paint, splat(vivid), splat(vivid * .015)), add(l, splat(.015))), grey = mul(paint, splat(1 - vivid))
      const shade = mul(atLeast0(sub(splat(.4), paint)), splat(.32)), light = mul(atLeast0(sub(paint, splat(.5))), splat(.1))
      r = add(mad(r, k, grey), sub(mul(light, splat(.9)), mul(shade, splat(.04))))
      g = add(mad(g, k, grey), sub(mul(light, splat(.45)), mul(shade, splat(.1))))
      b = add(mad(b, k, grey), sub(mul(shade, splat(.34)), mul(light, splat(.75))))
      if (sky) {
        const s = enlarged(5, x)
        if (v128.any_true(f32x4.gt(s, splat(.02)))) {
          // Clouds are what is brighter and greyer than the blue behind them; leaves before the sky are darker than it.
          const pale = sub(splat(.3), f32x4.abs(sub(r, b))), cloud = mul(saturate(mul(sub(paint, splat(.74)), splat(5.5))), saturate(mul(pale, splat(4.5))))
          const share = mul(mul(s, mad(cloud, splat(-.3), splat(.72))), saturate(mul(sub(paint, splat(.26)), splat(5)))), bright = mad(paint, splat(.55), splat(.55))
          r = mix(r, mad(bright, splat(skyRed), mul(cloud, splat(.2))), share)
          g = mix(g, mad(bright, splat(skyGreen), mul(cloud, splat(.14))), share)
          b = mix(b, mad(bright, splat(skyBlue), mul(cloud, splat(.06))), share)
        }
      }
      const bloom = mul(enlarged(4, x), splat(.42))
      r = mad(bloom, sub(one, r), r); g = mad(mul(bloom, splat(.92)), sub(one, g), g); b = mad(mul(bloom, splat(.78)), sub(one, b), b)
      const t = saturate(mul(sub(enlarged(3, x), splat(.045)), splat(13)))
      if (v128.any_true(f32x4.gt(t, zero))) {
        const inked = mul(mul(mul(t, t), sub(splat(3), add(t, t))), splat(.9))
        r = mix(r, mad(r, splat(.06), splat(.085)), inked); g = mix(g, mad(g, splat(.05), splat(.05)), inked); b = mix(b, mad(b, splat(.06), splat(.09)), inked)
      }
      const p = pixelsAt(y, x)
      v128.store(p, shares(r, g, b, v128.load(p)))
    }
  }
}
/** @param flats 1025 floats. @param dots How dark it must be for ink, 0 in the middle of a dot to 255 between dots. */
export function comicFrame(red: usize, green: usize, blue: usize, ink: usize, flats: usize, dots: usize): void {
  for (let y = 0; y < FH; y++) {
    enlargeRow(red, y, line(0)); enlargeRow(green, y, line(1)); enlargeRow(blue, y, line(2)); enlargeRow(ink, y, line(3))
    for (let x = 0; x < FW; x += 4) {
      let r = enlarged(0, x), g = enlarged(1, x), b = enlarged(2, x)
      const l = brightness(r, g, b), bright = mad(l, splat(1.1), splat(.03)), flat = fromTable(flats, bright), k = div(add(flat, splat(.02)), add(l, splat(.02))), vivid = splat(1.55)
      r = mad(sub(mul(r, k), flat), vivid, flat); g = mad(sub(mul(g, k), flat), vivid, flat); b = mad(sub(mul(b, k), flat), vivid, flat)
      // Dots swell where the true tone is darker than its flat, and stop where the flat is dark itself.
      const want = mul(sub(splat(.66), bright), splat(.95)), edge = sub(lower(want, splat(.36)), mul(textureAt(dots, y, x), splat(1 / 510.0)))
      const dot = v128.and(mul(saturate(mul(edge, splat(9))), splat(.46)), f32x4.gt(want, splat(0)))
      r = sub(r, mul(r, dot)); g = sub(g, mul(g, dot)); b = sub(b, mul(b, mul(dot, splat(.86))))
      // Paper shows through: no white is quite white.
      r = mad(r, splat(.955), splat(.03)); g = mad(g, splat(.945), splat(.028)); b = mad(b, splat(.92), splat(.02))
      const drawn = saturate(mul(sub(enlarged(3, x), splat(.04)), splat(14))), solid = saturate(mul(sub(splat(.1), l), splat(22)))
      const inked = select(mul(mul(mul(drawn, drawn), sub(splat(3), add(drawn, drawn))), splat(.96)), mul(solid, splat(.94)), f32x4.gt(drawn, solid))
      r = mix(r, splat(.045), inked); g = mix(g, splat(.035), inked); b = mix(b, splat(.06), inked)
      const p = pixelsAt(y, x)
      v128.store(p, shares(r, g, b, v128.load(p)))
    }
  }
}
/** @param edge Brightness of the surroundings less a pixel's own: a wash dries dark along its own rim, on the darker side. @param thin How much lies there at all. @param paper Its height. */
export function watercolorFrame(red: usize, green: usize, blue: usize, edge: usize, thin: usize, paper: usize): void {
  const one = splat(1)
  for (let y = 0; y < FH; y++) {
    enlargeRow(red, y, line(0)); enlargeRow(green, y, line(1)); enlargeRow(blue, y, line(2)); enlargeRow(edge, y, line(3)); enlargeRow(thin, y, line(4))
    for (let x = 0; x < FW; x += 4) {
      let r = enlarged(0, x), g = enlarged(1, x), b = enlarged(2, x)
      const l = brightness(r, g, b), grain = sub(mul(textureAt(paper, y, x), splat(BYTE)), splat(.5)), vivid = splat(1.42)
      r = saturate(mad(sub(r, l), vivid, l)); g = saturate(mad(sub(g, l), vivid, l)); b = saturate(mad(sub(b, l), vivid, l))
      // Light is bare paper; pigment is what it lacks, and never quite black.
      const lift = mul(atLeast0(sub(l, splat(.7))), splat(1.6)), granulate = sub(one, mul(grain, mad(sub(one, l), splat(.05), splat(.27))))
      const d = enlarged(3, x), rim = upper(lower(mul(d, select(splat(5), splat(1.6), f32x4.gt(d, splat(0)))), splat(.5)), splat(-.25))
      const load = mul(mul(mul(add(enlarged(4, x), rim), granulate), sub(one, lift)), splat(.93)), shade = mad(grain, splat(.045), splat(.985))
      r = saturate(sub(one, mul(sub(one, r), load))); g = saturate(sub(one, mul(sub(one, g), load))); b = saturate(sub(one, mul(sub(one, b), load)))
      r = mul(mad(r, splat(.9), splat(.1)), mul(shade, splat(.995))); g = mul(mad(g, splat(.9), splat(.1)), mul(shade, splat(.985))); b = mul(mad(b, splat(.87), splat(.13)), mul(shade, splat(.955)))
      const p = pixelsAt(y, x)
      v128.store(p, shares(r, g, b, v128.load(p)))
    }
  }
}
/** @param canvas Its weave, about 128. */
export function oilFrame(red: usize, green: usize, blue: usize, strokes: usize, canvas: usize): void {
  for (let y = 0; y < FH; y++) {
    // The strokes of this row and of the one above take turns.
    const here = 3 + (y & 1), above = y > 0 ? 3 + (1 - (y & 1)) : here
    enlargeRow(red, y, line(0)); enlargeRow(green, y, line(1)); enlargeRow(blue, y, line(2)); enlargeRow(strokes, y, line(here))
    for (let x = 0; x < FW; x += 4) {
      let r = enlarged(0, x), g = enlarged(1, x), b = enlarged(2, x)
      const h = enlarged(here, x), left = x > 0 ? v128.load(line(here) + (<usize>(x - 1) << 2)) : v128.shuffle<i32>(h, h, 0, 0, 1, 2)
      const relief = y > 0 ? sub(add(h, h), add(left, enlarged(above, x))) : splat(0)
      const l = brightness(r, g, b), curved = mad(sub(l, splat(.46)), splat(.16), l), vivid = splat(1.34)
      const light = mad(sub(h, splat(.5)), splat(.62), splat(1)), shine = mad(sub(textureAt(canvas, y, x), splat(128)), splat(.00016), mul(relief, splat(1.5)))
      r = mad(mad(sub(r, l), vivid, curved), light, shine); g = mad(mad(sub(g, l), vivid, curved), light, mul(shine, splat(.97))); b = mad(mad(sub(b, l), vivid, curved), light, mul(shine, splat(.9)))
      const p = pixelsAt(y, x)
      v128.store(p, shares(mad(r, splat(.97), splat(.012)), mad(g, splat(.965), splat(.01)), mad(b, splat(.945), splat(.012)), v128.load(p)))
    }
  }
}
@inline function hatched(dark: v128, k: f32, less: f32, strokes: v128, most: f32, press: f32): v128 {
  const over = sub(mad(dark, splat(k), splat(-less)), mul(strokes, splat(BYTE)))
  return mul(lower(atLeast0(over), splat(most)), splat(press))
}
/** @param light @param middle @param deep Three directions of strokes, 0 in the middle of a stroke. */
export function sketchFrame(tone: usize, ink: usize, paper: usize, light: usize, middle: usize, deep: usize): void {
  const one = splat(1), full = splat(255), half = splat(.5)
  for (let y = 0; y < FH; y++) {
    enlargeRow(tone, y, line(0)); enlargeRow(ink, y, line(1))
    for (let x = 0; x < FW; x += 4) {
      const dark = atLeast0(sub(splat(.9), mul(enlarged(0, x), splat(1.02)))), tooth = mul(textureAt(paper, y, x), splat(BYTE))
      let lead = mad(dark, splat(.2), hatched(dark, 1.15, 0, textureAt(light, y, x), .22, 1.75))
      lead = add(lead, add(hatched(dark, 1.35, .34, textureAt(middle, y, x), .22, 1.6), hatched(dark, 1.6, .78, textureAt(deep, y, x), .24, 1.5)))
      const drawn = saturate(mul(sub(enlarged(1, x), splat(.022)), splat(7.5)))
      lead = mad(mul(drawn, splat(.72)), sub(one, lead), lead)
      // Graphite sits on the paper's teeth.
      lead = saturate(mul(lead, mad(tooth, splat(.5), splat(.72))))
      const white = mad(sub(one, tooth), splat(-.035), splat(.965)), value = mad(mul(sub(splat(.13), white), lead), splat(.93), white), p = pixelsAt(y, x)
      v128.store(p, levels(mad(value, full, half), mad(mad(value, splat(.985), mul(lead, splat(.004))), full, half), mad(mad(value, splat(.952), mul(lead, splat(.02))), full, half), v128.load(p)))
    }
  }
}
/** @param presence What is added to all channels, levels. */
export function naturalFrame(cube: usize, presence: usize): void {
  for (let y = 0; y < FH; y++) {
    enlargeRow(presence, y, line(0))
    for (let x = 0; x < FW; x += 4) {
      const p = pixelsAt(y, x), pixels = v128.load(p), lift = mad(enlarged(0, x), splat(.55), splat(.5))
      lookUp(cube, pixels)
      v128.store(p, levels(add(CUBE_RED, lift), add(CUBE_GREEN, lift), add(CUBE_BLUE, lift), pixels))
    }
  }
}
/** @param halo Light that runs over into what is near. @param grain About 128. */
export function cinematicFrame(cube: usize, halo: usize, grain: usize, vignette: f32): void {
  const one = splat(1), k = splat(-.0036)
  for (let y = 0; y < FH; y++) {
    enlargeRow(halo, y, line(0)); vignetteRow(y, vignette, line(1))
    for (let x = 0; x < FW; x += 4) {
      const p = pixelsAt(y, x), pixels = v128.load(p), glow = mul(enlarged(0, x), splat(30)), v = enlarged(1, x), g = mad(sub(textureAt(grain, y, x), splat(128)), splat(.05), splat(.5))
      lookUp(cube, pixels)
      const r1 = mad(glow, mad(CUBE_RED, k, one), CUBE_RED), g1 = mad(mul(glow, splat(.42)), mad(CUBE_GREEN, k, one), CUBE_GREEN), b1 = mad(mul(glow, splat(.2)), mad(CUBE_BLUE, k, one), CUBE_BLUE)
      v128.store(p, levels(mad(r1, v, g), mad(g1, v, g), mad(b1, v, g), pixels))
    }
  }
}
/** @param around Brightness of the surroundings. @param curve 1025 floats, levels. */
export function noirFrame(around: usize, curve: usize, grain: usize, vignette: f32): void {
  for (let y = 0; y < FH; y++) {
    enlargeRow(around, y, line(0)); vignetteRow(y, vignette, line(1))
    for (let x = 0; x < FW; x += 4) {
      const p = pixelsAt(y, x), pixels = v128.load(p), a = enlarged(0, x)
      // As through an orange filter: skies go dark, skin glows.
      const l = mul(mad(channel(pixels, 0), splat(.46), mad(channel(pixels, 8), splat(.44), mul(channel(pixels, 16), splat(.1)))), splat(BYTE))
      const toned = saturate(add(mad(sub(l, a), splat(.55), l), mad(a, splat(-.2), splat(.03)))), g = mul(sub(textureAt(grain, y, x), splat(128)), splat(.085))
      const value = mad(mad(g, sub(splat(1), f32x4.abs(sub(toned, splat(.5)))), fromTable(curve, toned)), enlarged(1, x), splat(3.5)), v = lower(value, splat(252))
      v128.store(p, levels(v, v, v, pixels))
    }
  }
}
/**
 * @param flat Brightness of the lump. @param relief Slope towards the light. @param height 1 in the middle of a lump, less in
 * the creases between. @param prints About 128; `touch` 0 … 3 turns them upside down, inside out, or both.
 */
export function clayFrame(red: usize, green: usize, blue: usize, flat: usize, relief: usize, height: usize, prints: usize, touch: i32): void {
  const dent: f32 = (touch & 2 ? -1 : 1) / 128.0
  for (let y = 0; y < FH; y++) {
    enlargeRow(red, y, line(0)); enlargeRow(green, y, line(1)); enlargeRow(blue, y, line(2)); enlargeRow(flat, y, line(3)); enlargeRow(relief, y, line(4)); enlargeRow(height, y, line(5))
    for (let x = 0; x < FW; x += 4) {
      let r = enlarged(0, x), g = enlarged(1, x), b = enlarged(2, x)
      const print = mul(sub(textureAt(prints, touch & 1 ? FH - 1 - y : y, x), splat(128)), splat(dent)), even = enlarged(3, x)
      const l = brightness(r, g, b), k = mul(mad(div(even, add(l, splat(.04))), splat(.7), splat(.3)), splat(1.55))
      const slope = lower(upper(mad(print, splat(.1), enlarged(4, x)), splat(-.42)), splat(.36)), deep = sub(splat(1), enlarged(5, x))
      const light = mul(mad(slope, splat(1.1), splat(1)), sub(splat(1), mul(deep, splat(.42)))), sheen = mul(atLeast0(sub(slope, splat(.12))), splat(.45))
      r = mad(mad(sub(r, l), k, even), light, sheen); g = mad(mad(sub(g, l), k, even), light, mul(sheen, splat(.96))); b = mad(mad(sub(b, l), k, even), light, mul(sheen, splat(.88)))
      const p = pixelsAt(y, x)
      v128.store(p, shares(r, g, b, v128.load(p)))
    }
  }
}

/** Edited frames in another light: where things are in this frame, then night, seasons, weather over it. */
import { add, sub, mul, div, fade, mad, mix, splat, floor4, lower, upper, select, saturate, step, toInt, toFloat, wholeInt } from './math'
import { FH, FRAME, FW, STRIDE, SH, SW, brightness, channel, enlargeRow, levels, line, sheetBytes, vignetteRow } from './easel'
import { lookUp, CUBE_RED, CUBE_GREEN, CUBE_BLUE } from './cube'

@inline function byteAt(p: usize, x: v128, y: v128, width: i32): v128 {
  const i = i32x4.add(i32x4.mul(y, i32x4.splat(width)), x)
  return toFloat(i32x4(<i32>load<u8>(p + <usize>i32x4.extract_lane(i, 0)), <i32>load<u8>(p + <usize>i32x4.extract_lane(i, 1)), <i32>load<u8>(p + <usize>i32x4.extract_lane(i, 2)), <i32>load<u8>(p + <usize>i32x4.extract_lane(i, 3))))
}
/** Reads bytes linearly at (ax · x + bx · y + cx, ay · x + by · y + cy) for each pixel of the sheet, 0 … 1. */
export function laySheet(data: usize, width: i32, height: i32, ax: f32, bx: f32, cx: f32, ay: f32, by: f32, cy: f32, out: usize): void {
  const lastX = splat(<f32>(width - 1)), lastY = splat(<f32>(height - 1)), zero = splat(0), one = i32x4.splat(1), right = i32x4.splat(width - 1), bottom = i32x4.splat(height - 1)
  for (let y = 0; y < SH; y++) for (let x = 0; x < SW; x += 4) {
    const fx = add(splat(<f32>x), f32x4(0, 1, 2, 3))
    const u = lower(upper(mad(fx, splat(ax), splat(bx * <f32>y + cx)), zero), lastX), v = lower(upper(mad(fx, splat(ay), splat(by * <f32>y + cy)), zero), lastY)
    const u0 = toInt(u), v0 = toInt(v), u1 = i32x4.min_s(i32x4.add(u0, one), right), v1 = i32x4.min_s(i32x4.add(v0, one), bottom), du = sub(u, toFloat(u0)), dv = sub(v, toFloat(v0))
    const top = mix(byteAt(data, u0, v0, width), byteAt(data, u1, v0, width), du), low = mix(byteAt(data, u0, v1, width), byteAt(data, u1, v1, width), du)
    v128.store(out + (<usize>(y * SW + x) << 2), mul(mix(top, low, dv), splat(1 / 255.0)))
  }
}
/** Of the guided filter: what is averaged, then the line through it, then the region on that line. */
export function guideProducts(region: usize, guide: usize, both: usize, square: usize): void {
  for (let o: usize = 0, n = sheetBytes(); o < n; o += 16) { const g = v128.load(guide + o); v128.store(both + o, mul(v128.load(region + o), g)); v128.store(square + o, mul(g, g)) }
}
/** `both` becomes the slope, `square` the height. */
export function guideLine(guide: usize, region: usize, both: usize, square: usize, tolerance: f32): void {
  for (let o: usize = 0, n = sheetBytes(); o < n; o += 16) {
    const g = v128.load(guide + o), r = v128.load(region + o), slope = div(sub(v128.load(both + o), mul(g, r)), add(sub(v128.load(square + o), mul(g, g)), splat(tolerance)))
    v128.store(both + o, slope); v128.store(square + o, sub(r, mul(slope, g)))
  }
}
export function guideRegion(region: usize, guide: usize, slope: usize, height: usize): void {
  for (let o: usize = 0, n = sheetBytes(); o < n; o += 16) v128.store(region + o, saturate(mad(v128.load(slope + o), v128.load(guide + o), v128.load(height + o))))
}

/** Lit windows and bright panes: `lamps` comes as the wide blur of brightness, `near` as the narrow one. */
export function lampSheet(red: usize, blue: usize, luma: usize, near: usize, sky: usize, people: usize, lamps: usize): void {
  const one = splat(1)
  for (let o: usize = 0, n = sheetBytes(); o < n; o += 16) {
    const l = v128.load(luma + o), warmth = sub(v128.load(red + o), v128.load(blue + o)), lift = sub(l, v128.load(near + o)), around = v128.load(lamps + o)
    const pane = mul(mul(step(.16, .3, lift), sub(one, step(.38, .52, around))), mul(step(.55, .8, l), step(.08, .2, warmth)))
    // A lit window is amber and brighter than its wall, also in a bright street; a pale one stands out more.
    const dim = sub(one, step(.6, .72, around)), amber = mul(mul(step(.24, .42, warmth), step(.46, .62, l)), step(.07, .18, lift)), pale = mul(mul(step(.15, .25, warmth), step(.7, .82, l)), step(.12, .24, lift)), open = sub(one, v128.load(sky + o))
    v128.store(lamps + o, mul(mul(upper(pane, mul(upper(amber, pale), dim)), mul(open, open)), sub(one, v128.load(people + o))))
  }
}
export function stepSheet(plane: usize, from: f32, to: f32): void {
  for (let o: usize = 0, n = sheetBytes(); o < n; o += 16) v128.store(plane + o, step(from, to, v128.load(plane + o)))
}
@inline function enlarged(index: i32, x: i32): v128 { return v128.load(line(index) + (<usize>x << 2)) }
@inline function pixelsAt(y: i32, x: i32): usize { return FRAME + (<usize>(y * STRIDE + x) << 2) }

/** @param horizon Row of the frame. @param strength 0 … 1. */
export function nightFrame(cube: usize, sky: usize, lamps: usize, glow: usize, horizon: f32, strength: f32): void {
  for (let y = 0; y < FH; y++) {
    enlargeRow(sky, y, line(0)); enlargeRow(lamps, y, line(1)); enlargeRow(glow, y, line(2)); vignetteRow(y, .34, line(3))
    const height = min<f32>(1, <f32>y / horizon), low = height * height, skyRed = splat(7 + low * 25), skyGreen = splat(13 + low * 36), skyBlue = splat(36 + low * 56)
    for (let x = 0; x < FW; x += 4) {
      const p = pixelsAt(y, x), pixels = v128.load(p), fr = channel(pixels, 0), fg = channel(pixels, 8), fb = channel(pixels, 16), l = mad(fr, splat(.3), mad(fg, splat(.59), mul(fb, splat(.11))))
      lookUp(cube, pixels)
      // Clouds stay as a breath of themselves.
      const share = enlarged(0, x), cloud = mul(l, splat(.125))
      let r = mix(CUBE_RED, mad(cloud, splat(.75), skyRed), share), g = mix(CUBE_GREEN, mad(cloud, splat(.86), skyGreen), share), b = mix(CUBE_BLUE, mad(cloud, splat(1.12), skyBlue), share)
      const own = mul(enlarged(1, x), sub(splat(1), share))
      if (v128.any_true(f32x4.gt(own, splat(.01)))) {
        r = mix(r, mad(l, splat(.62), mul(fr, splat(.38))), own); g = mix(g, mad(l, splat(.46), mul(fg, splat(.3))), own); b = mix(b, mad(l, splat(.22), mul(fb, splat(.2))), own)
      }
      const bloom = mul(lower(enlarged(2, x), splat(.8)), splat(255)), v = enlarged(3, x), most = splat(255), k = splat(strength), half = splat(.5)
      r = lower(mul(mad(bloom, splat(.86), r), v), most); g = lower(mul(mad(bloom, splat(.52), g), v), most); b = lower(mul(mad(bloom, splat(.2), b), v), most)
      v128.store(p, levels(add(mix(fr, r, k), half), add(mix(fg, g, k), half), add(mix(fb, b, k), half), pixels))
    }
  }
}

/** Green and dry leaves by their hue, 0 … 1. */
@inline function leafiness(r: v128, g: v128, b: v128): v128 {
  const value = upper(upper(r, g), b), spread = sub(value, lower(lower(r, g), b)), k = div(splat(60), upper(spread, splat(1e-6)))
  const third = mul(sub(g, b), k), hue = select(select(add(third, splat(360)), third, f32x4.lt(third, splat(0))), select(mad(sub(b, r), k, splat(120)), mad(sub(r, g), k, splat(240)), f32x4.eq(value, g)), f32x4.eq(value, r))
  const green = sub(splat(1), step(38, 62, f32x4.abs(sub(hue, splat(90))))), away = f32x4.abs(sub(hue, splat(32))), dry = mul(sub(splat(1), step(14, 28, lower(away, sub(splat(360), away)))), splat(.6))
  return mul(upper(green, dry), step(.08, .24, div(spread, upper(value, splat(1e-6)))))
}
/** Hoar frost on what faces up and catches the light. @param drift How thickly it lies in places. */
export function frostSheet(red: usize, green: usize, blue: usize, ground: usize, people: usize, sky: usize, drift: usize, onGround: f32, onLeaves: f32, amount: f32, out: usize): void {
  const one = splat(1)
  for (let o: usize = 0, n = sheetBytes(); o < n; o += 16) {
    const r = v128.load(red + o), g = v128.load(green + o), b = v128.load(blue + o), lit = step(.08, .55, brightness(r, g, b))
    const leaf = mul(mul(leafiness(r, g, b), splat(onLeaves)), mad(lit, splat(.5), splat(.35)))
    const lies = mul(upper(mul(v128.load(ground + o), splat(onGround)), leaf), mad(v128.load(drift + o), splat(.9), splat(.45)))
    v128.store(out + o, mul(mul(saturate(lies), splat(amount)), mul(sub(one, v128.load(people + o)), sub(one, v128.load(sky + o)))))
  }
}
/** @param white 0: no frost. @param share How far the sky's own colours cover it. Sky colours are levels, from the zenith to the horizon. */
export function spatialFrame(cube: usize, sky: usize, share: f32, tr: f32, tg: f32, tb: f32, br: f32, bg: f32, bb: f32, white: usize, frost: usize, vignette: f32): void {
  for (let y = 0; y < FH; y++) {
    enlargeRow(sky, y, line(0)); if (white) enlargeRow(frost, y, line(1)); vignetteRow(y, vignette, line(2))
    const t: f32 = min<f32>(1, <f32>y / (<f32>FH * .62)), pr = splat(tr + (br - tr) * t), pg = splat(tg + (bg - tg) * t), pb = splat(tb + (bb - tb) * t)
    for (let x = 0; x < FW; x += 4) {
      const p = pixelsAt(y, x), pixels = v128.load(p), half = splat(.5)
      lookUp(cube, pixels)
      let r = CUBE_RED, g = CUBE_GREEN, b = CUBE_BLUE
      if (white) {
        const f = enlarged(1, x)
        if (v128.any_true(f32x4.gt(f, splat(.002)))) { lookUp(white, pixels); r = mix(r, CUBE_RED, f); g = mix(g, CUBE_GREEN, f); b = mix(b, CUBE_BLUE, f) }
      }
      const own = mul(enlarged(0, x), splat(share))
      if (v128.any_true(f32x4.gt(own, splat(.001)))) {
        // Clouds keep their light: they take the colour on as glass does.
        const l = mad(brightness(channel(pixels, 0), channel(pixels, 8), channel(pixels, 16)), splat(.66 / 255.0), splat(.42))
        r = mix(r, mul(pr, l), own); g = mix(g, mul(pg, l), own); b = mix(b, mul(pb, l), own)
      }
      const v = enlarged(2, x)
      v128.store(p, levels(mad(r, v, half), mad(g, v, half), mad(b, v, half), pixels))
    }
  }
}

@inline function tileLane(tile: usize, ix: i32, iy: i32, tx: f32, ty: f32): f32 {
  const x1 = (ix + 1) & 255, r0 = tile + (<usize>(iy << 8) << 2), r1 = tile + (<usize>(((iy + 1) & 255) << 8) << 2)
  const a = load<f32>(r0 + (<usize>ix << 2)), c = load<f32>(r1 + (<usize>ix << 2)), u = a + (load<f32>(r0 + (<usize>x1 << 2)) - a) * tx
  return u + (c + (load<f32>(r1 + (<usize>x1 << 2)) - c) * tx - u) * ty
}
/** A tile of 256 × 256 floats that repeats, between its points linearly. */
function tileAt(tile: usize, x: v128, y: v128): v128 {
  const fx = floor4(x), fy = floor4(y), wrap = i32x4.splat(255), ix = v128.and(wholeInt(fx), wrap), iy = v128.and(wholeInt(fy), wrap), tx = sub(x, fx), ty = sub(y, fy)
  return f32x4(
    tileLane(tile, i32x4.extract_lane(ix, 0), i32x4.extract_lane(iy, 0), f32x4.extract_lane(tx, 0), f32x4.extract_lane(ty, 0)),
    tileLane(tile, i32x4.extract_lane(ix, 1), i32x4.extract_lane(iy, 1), f32x4.extract_lane(tx, 1), f32x4.extract_lane(ty, 1)),
    tileLane(tile, i32x4.extract_lane(ix, 2), i32x4.extract_lane(iy, 2), f32x4.extract_lane(tx, 2), f32x4.extract_lane(ty, 2)),
    tileLane(tile, i32x4.extract_lane(ix, 3), i32x4.extract_lane(iy, 3), f32x4.extract_lane(tx, 3), f32x4.extract_lane(ty, 3)))
}
/** Haze by distance, thinner before people, in banks that drift. @param u 1 / unit of the sheet. */
export function hazeSheet(tile: usize, depth: usize, people: usize, near: f32, far: f32, banks: f32, u: f32, seconds: f32, strength: f32, out: usize): void {
  for (let y = 0; y < SH; y++) for (let x = 0; x < SW; x += 4) {
    const o = <usize>(y * SW + x) << 2
    let amount = mad(v128.load(depth + o), splat(far - near), splat(near))
    if (banks > 0) {
      const px = mul(add(splat(<f32>x), f32x4(0, 1, 2, 3)), splat(u)), py: f32 = <f32>y * u
      const slow = tileAt(tile, mad(px, splat(.1), splat(seconds * 2.2)), splat(py * .2 - seconds * .25)), fine = tileAt(tile, mad(px, splat(.24), splat(91 - seconds * 1.3)), splat(py * .42 + 17))
      amount = mul(amount, mad(sub(mad(slow, splat(.68), mul(fine, splat(.32))), splat(.5)), splat(banks * 2), splat(1)))
    }
    // As light is lost on its way: never quite all of it.
    const thick = mul(upper(amount, splat(0)), mad(v128.load(people + o), splat(-.45), splat(1)))
    v128.store(out + o, mul(sub(splat(1), fade(mul(thick, splat(1.2)))), splat(strength)))
  }
}
/** Clouds as a ceiling: the nearer the horizon, the smaller and the slower they are. @param middle Column that they flee from. */
export function cloudSheet(tile: usize, sky: usize, horizon: f32, middle: f32, u: f32, drift: f32, out: usize): void {
  for (let y = 0; y < SH; y++) {
    const above = max<f32>(.05, (horizon - <f32>y) / max<f32>(1, horizon)), far: f32 = 1 / (above + .16), py = splat(far * 17 - drift * .3)
    for (let x = 0; x < SW; x += 4) {
      const o = <usize>(y * SW + x) << 2
      if (!v128.any_true(f32x4.ge(v128.load(sky + o), splat(.01)))) continue
      const px = mad(add(splat(<f32>x - middle), f32x4(0, 1, 2, 3)), splat(u * .052 * far), splat(drift * 2.1)), more = splat(2.3)
      v128.store(out + o, mad(tileAt(tile, px, py), splat(.66), mul(tileAt(tile, mad(px, more, splat(40)), mad(py, more, splat(80))), splat(.34))))
    }
  }
}
/** 22 floats, in this order; colours are levels. */
const CLOUD_COVER: usize = 0, DARK: usize = 4, LIGHT: usize = 16, CLEAR_SHARE: usize = 28, TOP: usize = 32, BOTTOM: usize = 44, HAZE: usize = 56, SUN: usize = 68, SUN_X: usize = 72, SUN_Y: usize = 76, STRENGTH: usize = 80, FLASH: usize = 84
@inline function setting(air: usize, at: usize): f32 { return load<f32>(air + at) }
/** @param air As above: a cover, a share or a sun of 0 is none. */
export function airFrame(cube: usize, sky: usize, haze: usize, cloud: usize, air: usize): void {
  const cover = setting(air, CLOUD_COVER), share = setting(air, CLEAR_SHARE), sun = setting(air, SUN), strength = setting(air, STRENGTH), flash = setting(air, FLASH), limit: f32 = .86 - cover * .86
  const darkRed = setting(air, DARK), darkGreen = setting(air, DARK + 4), darkBlue = setting(air, DARK + 8), lightRed = setting(air, LIGHT), lightGreen = setting(air, LIGHT + 4), lightBlue = setting(air, LIGHT + 8)
  const hazeRed = splat(setting(air, HAZE)), hazeGreen = splat(setting(air, HAZE + 4)), hazeBlue = splat(setting(air, HAZE + 8)), reach: f32 = 1 / (Mathf.sqrt(<f32>(FW * FW + FH * FH)) * .62), half = splat(.5), one = splat(1)
  for (let y = 0; y < FH; y++) {
    enlargeRow(sky, y, line(0)); enlargeRow(haze, y, line(1)); if (cover > 0) enlargeRow(cloud, y, line(2))
    const t = min<f32>(1, <f32>y / (<f32>FH * .6)), clearRed: f32 = setting(air, TOP) + (setting(air, BOTTOM) - setting(air, TOP)) * t, clearGreen: f32 = setting(air, TOP + 4) + (setting(air, BOTTOM + 4) - setting(air, TOP + 4)) * t, clearBlue: f32 = setting(air, TOP + 8) + (setting(air, BOTTOM + 8) - setting(air, TOP + 8)) * t
    const sunDown: f32 = <f32>y - setting(air, SUN_Y) * <f32>FH
    for (let x = 0; x < FW; x += 4) {
      const p = pixelsAt(y, x), pixels = v128.load(p), own = enlarged(0, x), s = mul(own, splat(strength))
      lookUp(cube, pixels)
      let r = CUBE_RED, g = CUBE_GREEN, b = CUBE_BLUE
      if (v128.any_true(f32x4.gt(s, splat(.004)))) {
        if (share > 0) {
          const k = mul(s, splat(share)), l = sub(mul(mad(channel(pixels, 0), splat(.3), mad(channel(pixels, 8), splat(.59), mul(channel(pixels, 16), splat(.11)))), splat(60 / 255.0)), splat(44))
          r = mix(r, add(splat(clearRed), l), k); g = mix(g, add(splat(clearGreen), l), k); b = mix(b, add(splat(clearBlue), l), k)
        }
        if (cover > 0) {
          const n = enlarged(2, x), k = mul(s, step(limit - .16, limit + .14, n)), lit = step(.22, .8, n)
          r = mix(r, mad(splat(lightRed - darkRed), lit, splat(darkRed)), k); g = mix(g, mad(splat(lightGreen - darkGreen), lit, splat(darkGreen)), k); b = mix(b, mad(splat(lightBlue - darkBlue), lit, splat(darkBlue)), k)
        }
      }
      const h = enlarged(1, x)
      r = mix(r, hazeRed, h); g = mix(g, hazeGreen, h); b = mix(b, hazeBlue, h)
      if (flash > 0) {
        const k = splat(1 + flash * .9), lift = mul(mad(s, splat(70), splat(18)), splat(flash))
        r = mad(r, k, mul(lift, splat(.86))); g = mad(g, k, mul(lift, splat(.92))); b = mad(b, k, mul(lift, splat(1.1)))
      }
      if (sun > 0) {
        const dx = sub(add(splat(<f32>x), f32x4(0, 1, 2, 3)), splat(setting(air, SUN_X) * <f32>FW)), near = upper(sub(one, mul(f32x4.sqrt(mad(dx, dx, splat(sunDown * sunDown))), splat(reach))), splat(0)), fall = mul(near, near)
        const warm = mul(mul(mad(mul(fall, fall), splat(120), mul(fall, splat(46))), splat(strength)), mad(own, splat(.65), splat(.35))), k = splat(-.0034)
        r = mad(warm, mad(r, k, one), r); g = mad(mul(warm, splat(.84)), mad(g, k, one), g); b = mad(mul(warm, splat(.52)), mad(b, k, one), b)
      }
      v128.store(p, levels(add(r, half), add(g, half), add(b, half), pixels))
    }
  }
}

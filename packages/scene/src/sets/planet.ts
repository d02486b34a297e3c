import type { PointLight, Rgb, Vec3 } from '@openimagine/render';
import type { PartInstance } from '../actors/actor.ts';
import { createIgnition } from '../stage/ignition.ts';
import { createLamps } from '../stage/light.ts';
import { IDENTITY, mix, mixRgb } from '../stage/matrix.ts';
import { lensFor } from './mood.ts';
import { createCrystals } from './planet-crystals.ts';
import { buildGround, buildMesas, buildRocks, createTerrain } from './planet-ground.ts';
import { createRuins } from './planet-ruins.ts';
import { type PlanetLight, planetStyle } from './planet-style.ts';
import type { BuiltSet, SetContext, SetModel, SetMoment } from './set.ts';

/** The plain of another planet: Mars, the moon, or a stranger one. */
export const planet: SetModel = { build: buildPlanet };

function buildPlanet(context: SetContext): BuiltSet {
  const { scene, random, durationSeconds, aspect } = context;
  const style = planetStyle(scene);
  const said = [...scene.setDetails, ...scene.actors.flatMap((actor) => [actor.word, ...actor.attributes])]
    .join(' ')
    .toLowerCase();
  const heightAt = createTerrain(random.fork('terrain'));
  const lamps = createLamps(scene, durationSeconds);
  const ruins =
    scene.actors.some((actor) => actor.kind === 'ruin') || /ruin|ancient|lost city|temple|civili/.test(said)
      ? createRuins({
          random: random.fork('ruins'),
          heightAt,
          slope: 0.36 * Math.max(0.62, aspect),
          glow: style.glow,
          ignition: createIgnition(scene, durationSeconds),
        })
      : undefined;
  const crystals = /crystal|kristall|クリスタル/.test(said)
    ? createCrystals(random.fork('crystals'), heightAt, style.glow)
    : undefined;
  const still: PartInstance[] = [
    {
      mesh: buildGround(heightAt, style).build(),
      material: { pattern: 'grain', patternScale: 3, wrap: 0.15 },
      matrix: IDENTITY,
      isStatic: true,
    },
    {
      mesh: buildRocks(heightAt, style, random.fork('rocks')).build(),
      material: { pattern: 'rock', patternScale: 1.4, specular: 0.06 },
      matrix: IDENTITY,
      isStatic: true,
    },
    {
      mesh: buildMesas(style, random.fork('mesas')).build(),
      material: { pattern: 'rock', patternScale: 0.08 },
      matrix: IDENTITY,
      isStatic: true,
      castsShadow: false,
    },
    ...(ruins?.stone ?? []),
    ...(crystals?.parts ?? []),
  ];
  return {
    groundAt: heightAt,
    focus: { position: [0, 0, 0], halfWidth: 26, halfDepth: 12 },
    camera: { position: [0, 2.6, 20], target: [0, 4.2, 0], verticalFovDegrees: lensFor(aspect, 42) },
    momentAt(seconds): SetMoment {
      const light = mixLight(style.day, style.night, lamps(seconds));
      const lights: PointLight[] = [...(crystals?.lights ?? []), ...(ruins?.lightsAt(seconds) ?? [])];
      return {
        instances: [...still, ...(ruins?.glowingAt(seconds) ?? [])],
        lights,
        sprites: [],
        ...light,
        sky: { ...light.sky, discs: style.discs },
      };
    },
    cues: [],
  };
}

type Mood = Required<Pick<SetMoment, 'sky' | 'sun' | 'ambient' | 'fog' | 'grade'>>;

/** Clouds of gas, violet against the stars, drawn as the sky draws clouds. */
function veilOf(night: PlanetLight, dark: number): NonNullable<NonNullable<SetMoment['sky']>['clouds']> {
  const lit = mixRgb([0, 0, 0], night.veil ?? [0, 0, 0], dark);
  const shade: Rgb = [lit[0] * 0.2, lit[1] * 0.2, lit[2] * 0.35];
  return { cover: night.veil && dark > 0.5 ? 0.55 : 0, lit, shade, offset: [0.4, 2.1] };
}

function mixLight(day: PlanetLight, night: PlanetLight, dark: number): Mood {
  const color = (key: 'zenith' | 'horizon' | 'glow' | 'nebula' | 'fog' | 'up' | 'down' | 'sun'): Rgb =>
    mixRgb(day[key], night[key], dark);
  const direction: Vec3 = [-0.8, mix(0.62, 0.22, dark), mix(0.35, -0.42, dark)];
  return {
    sky: {
      zenith: color('zenith'),
      horizon: color('horizon'),
      glow: color('glow'),
      nebula: color('nebula'),
      stars: mix(day.stars, night.stars, dark),
      ground: mixRgb(color('fog'), [0, 0, 0], 0.4),
      clouds: veilOf(night, dark),
    },
    sun: { direction, color: color('sun'), shadowRadius: 55 },
    ambient: { up: color('up'), down: color('down') },
    fog: {
      color: color('fog'),
      density: mix(day.density, night.density, dark),
      heightFalloff: mix(0.03, 0.085, dark),
      baseHeight: 0,
    },
    grade: dark > 0.5 ? night.grade : day.grade,
  };
}

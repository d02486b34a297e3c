import type { Instance, Material, Moment, PointLight, Shafts, Sprites, Vec3 } from '@openimagine/render';
import type { PartInstance } from '../actors/actor.ts';
import { createRandom } from '../random.ts';
import type { Scene } from '../scene.ts';
import { leaveOut } from '../sets/absent.ts';
import { setModels } from '../sets/all-sets.ts';
import { hangLanterns } from '../sets/lantern-strings.ts';
import { traitsOf } from '../sets/set-traits.ts';
import { planLines } from '../sound/speech/line.ts';
import { STYLES } from '../styles/all-styles.ts';
import { applyStyle } from '../styles/apply-style.ts';
import { createCameraPath } from './camera.ts';
import { castActors } from './cast.ts';
import { createBodyChange } from './change/change-body.ts';
import { continueCues } from './continue/cues-beyond.ts';
import type { StagedScene } from './continue/later-light.ts';
import { planLinesBeyond, spokenBeyond } from './continue/lines-beyond.ts';
import { castNewcomers } from './continue/newcomers.ts';
import { continuePath } from './continue/path-beyond.ts';
import { continuePoses } from './continue/pose-beyond.ts';
import { continueEvents, continueWeather } from './continue/weather-beyond.ts';
import { createCues, eventCues } from './cues.ts';
import { createEvents, type Stroke } from './events.ts';
import { addExtras } from './extras.ts';
import { createFillLight, createPassersLight } from './fill-light.ts';
import { createFollow } from './follow.ts';
import { gradeOf } from './grade.ts';
import { LIFT_OFF, planLaunch } from './launch-plan.ts';
import { createLaunchSmoke } from './launch-smoke.ts';
import { createLight, isSunAmongTrees } from './light.ts';
import { add, normalize, scale } from './matrix.ts';
import { createMoodLight } from './mood-light.ts';
import { placeAll } from './place-all.ts';
import { playBack } from './playback.ts';
import { poseMembers, type Traveller } from './pose.ts';
import type { Stage, StageOptions } from './stage.ts';
import { createSunbeams } from './sunbeams.ts';
import { paintTitle } from './title.ts';
import { createPath } from './travel.ts';
import { stageTurns } from './turns.ts';
import { createView, type View } from './view.ts';
import { createWeather } from './weather.ts';

/**
 * Turns a scene into a world that can be drawn at any moment. All chance is drawn from the seed while it is built, so
 * that workers which build the same stage draw the same film.
 */
export function stageScene(scene: Scene, options: StageOptions): Stage {
  return playBack(scene, options, (played, inTime) => stageTurns(played, inTime, stageInItsTime));
}

/** Where a second of the film is a second of the world. */
function stageInItsTime(first: Scene, options: StageOptions): Stage {
  const { durationSeconds, assets, sequels = [] } = options;
  const scene: StagedScene = sequels.length === 0 ? first : { ...first, sequels };
  const endSeconds = sequels.at(-1)?.toSeconds ?? durationSeconds;
  const random = createRandom(options.seed);
  const aspect = options.width / options.height;
  const cast = addExtras(scene);
  const setContext = { scene, random: random.fork('set'), assets, durationSeconds, aspect };
  const place = setModels[scene.set].build(setContext);
  const set = hangLanterns(leaveOut(place, scene), scene, durationSeconds);
  const lines = planLines(scene, durationSeconds, assets.say, options.time);
  const later = planLinesBeyond(scene, sequels, assets.say, options.time);
  const troops = castActors(scene, cast, options, random.fork('cast'), lines);
  const frame = placeAll(troops, { scene, set, aspect, random: random.fork('place'), durationSeconds });
  const pathContext = { scene, set, durationSeconds, reach: frame.reach, sequels };
  const own = frame.placed.map((placed): Traveller => {
    const path = continuePath(createPath(placed, pathContext), placed, set, sequels);
    return { placed, path, change: createBodyChange(placed, path, durationSeconds) };
  });
  const follow = createFollow(own, frame.view, ({ placed }) =>
    planLaunch(durationSeconds, placed.built.bounds.height, placed.actor.motion.speed, sequels),
  );
  const camera = createCameraPath(frame.view, frame.cameraOptions, follow, sequels);
  const viewAt = (seconds: number) => {
    const { position, target, verticalFovDegrees } = camera(seconds);
    return createView(position, target, verticalFovDegrees, aspect);
  };
  const newcomers = castNewcomers(sequels, {
    scene,
    set,
    viewAt,
    options,
    random: random.fork('newcomers'),
    lines: later,
  });
  const travellers = continuePoses([...own, ...newcomers], scene, options, sequels, random.fork('cast'), {
    cast,
    lines: [...lines, ...later],
    later,
  });
  const light = createLight(scene, durationSeconds);
  const beyond = { scene, set, view: frame.view, random: random.fork('beyond'), durationSeconds, sequels };
  const weather = continueWeather(createWeather({ ...beyond, random: random.fork('weather') }), beyond);
  const events = continueEvents(createEvents({ ...beyond, random: random.fork('events'), endSeconds }), beyond);
  const title = paintTitle(scene, options);
  const fill = createFillLight(scene, frame.cameraOptions.points.length > 0);
  const passersLight = createPassersLight(scene, own);
  const smoke = createLaunchSmoke(own, random.fork('smoke'), durationSeconds, sequels);
  const { isIndoors } = traitsOf(scene.set);
  const styleWorld = {
    groundAt: set.groundAt,
    view: frame.view,
    isIndoors,
    aspect,
    ...(set.walls ? { walls: set.walls } : {}),
  };
  const mood = createMoodLight(scene, own);
  const styled = applyStyle(STYLES[scene.style], styleWorld, (seconds) => mood(plainMomentAt(seconds), seconds));

  const sunbeams = createSunbeams(scene, frame.view, set.groundAt, random.fork('sunbeams'));
  const rays = scene.lightRays ? 0.6 : isSunAmongTrees(scene) ? 0.4 : 0;
  const passing = cloudsBefore(scene);
  const closeShadow = shadowOfSmall(frame.view);
  const plainMomentAt = (seconds: number): Moment => {
    const rig = light(seconds);
    const place = set.momentAt(seconds);
    const posed = poseMembers(travellers, seconds, events.glowAt);
    const table = createMaterialTable();
    const instances = [...place.instances, ...posed.parts].map((part) => table.index(part));
    const view = camera(seconds);
    const flash = events.flashAt(seconds);
    const bright = passing(seconds);
    const sun = dimmed({ ...rig.sun, ...place.sun, ...closeShadow }, bright);
    const sky = { ...rig.sky, ...place.sky };
    const whole = { ...rig.ambient, ...place.ambient };
    const ambient = { ...whole, up: scale(whole.up, bright), down: scale(whole.down, bright) };
    const fog = { ...rig.fog, ...place.fog };
    const plume = smoke.at(seconds);
    const lights: PointLight[] = [
      ...plume.lights,
      ...posed.lights,
      ...events.lightsAt(seconds),
      ...place.lights,
      ...fill(view),
      ...passersLight(seconds),
    ];
    const sprites: Sprites[] = [
      ...place.sprites,
      ...plume.sprites,
      ...posed.sprites,
      ...events.spritesAt(seconds),
      ...weather.spritesAt(seconds, view),
      ...sunbeams(seconds, sun),
    ];
    const shafts: Shafts | undefined =
      place.shafts ?? (rays > 0 ? raysOf(view.position, sun.direction, sun.color, rays) : undefined);
    return {
      camera: view,
      materials: table.materials,
      instances,
      sun,
      ambient: { up: add(ambient.up, flash.ambient), down: add(ambient.down, scale(flash.ambient, 0.4)) },
      lights,
      sky: {
        ...sky,
        zenith: add(sky.zenith, flash.sky),
        horizon: add(sky.horizon, flash.sky),
        ...(sky.clouds
          ? {
              clouds: {
                ...sky.clouds,
                lit: add(sky.clouds.lit, scale(flash.sky, 4)),
                shade: add(sky.clouds.shade, scale(flash.sky, 0.9)),
              },
            }
          : {}),
      },
      fog: { ...fog, color: add(fog.color, scale(flash.sky, 0.6)) },
      sprites: sprites.filter((batch) => batch.count > 0),
      grade: gradeOf(rig.grade, place.grade),
      style: 'natural',
      ...(place.mirror ? { mirror: place.mirror } : {}),
      ...(shafts ? { shafts } : {}),
      ...(title ? { overlay: title } : {}),
      seconds,
    };
  };
  const cues = createCues({ scene, set, travellers: own, events, lines, viewAt, durationSeconds });
  return {
    durationSeconds,
    momentAt: styled.momentAt,
    stillSeconds: styled.stillAt(stillOf(scene, events.strokes, durationSeconds)),
    cues,
    allCues: continueCues(cues, {
      scene,
      durationSeconds,
      sequels,
      later: [
        ...eventCues(events, endSeconds).filter(({ startSeconds }) => startSeconds >= durationSeconds),
        ...spokenBeyond(later, endSeconds),
      ],
    }),
  };
}

/** A room by day is never quite still: clouds pass before the sun outside. @returns Its brightness, about 1. */
function cloudsBefore(scene: Scene): (seconds: number) => number {
  const isLitByDay = traitsOf(scene.set).isIndoors && scene.set !== 'studio' && scene.time !== 'night';
  return isLitByDay ? (seconds) => 1 + 0.11 * Math.sin(seconds * 0.75 + 0.6) : () => 1;
}

/** A map of shadows that covers a whole room has no texel for what a shoe throws: near the lens it covers what is seen. */
function shadowOfSmall({ position, target }: View): Partial<Moment['sun']> {
  const near = Math.hypot(...target.map((value, axis) => value - position[axis]!));
  return near > 2.2 ? {} : { shadowRadius: near * 0.9, shadowCenter: target };
}

const dimmed = <T extends Moment['sun']>(sun: T, share: number): T => ({ ...sun, color: scale(sun.color, share) });

/** The moment that says most: the middle, where the camera rests; a launch in its flight; the end of a change. */
function stillOf(scene: Scene, strokes: readonly Stroke[], durationSeconds: number): number {
  const launch = scene.actors.find((actor) => actor.motion.kind === 'launch');
  if (launch) {
    return durationSeconds * (LIFT_OFF + (1 - LIFT_OFF) * 0.55);
  }
  if (strokes.length > 0) {
    const middle = [...strokes].sort(
      (a, b) => Math.abs(a.seconds - durationSeconds / 2) - Math.abs(b.seconds - durationSeconds / 2),
    );
    return middle[0]!.seconds + 0.04;
  }
  if (scene.events.some((event) => event.kind === 'lightsUp')) return durationSeconds * 0.85;
  return durationSeconds / 2;
}

function raysOf(eye: Vec3, direction: Vec3, color: Vec3, strength: number): Shafts {
  return { position: add(eye, scale(normalize(direction), 300)), color, strength };
}

/** Numbers the materials of one moment in the order in which they are met. */
function createMaterialTable(): { readonly materials: Material[]; index(part: PartInstance): Instance } {
  const materials: Material[] = [];
  const numbers = new Map<Material, number>();
  return {
    materials,
    index(part) {
      let number = numbers.get(part.material);
      if (number === undefined) {
        number = materials.length;
        numbers.set(part.material, number);
        materials.push(part.material);
      }
      return { ...part, material: number };
    },
  };
}

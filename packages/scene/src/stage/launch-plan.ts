import { type LaunchBeyond, planBeyond } from './continue/launch-beyond.ts';
import { leavingOf, type StagedSequel } from './continue/sequel.ts';

/** When and how a rocket leaves: shared by its path, its smoke, its sound, the camera and the lights that answer it. */
export interface LaunchPlan {
  readonly ignitionSeconds: number;
  readonly liftOffSeconds: number;
  /** Metres above the pad. */
  heightAt(seconds: number): number;
  speedAt(seconds: number): number;
  /** When it passes a height: the inverse of `heightAt`. */
  passes(height: number): number;
  /** Metres at the end of the film. */
  readonly summit: number;
  /** Thrust as light, 0 … 1. */
  thrustAt(seconds: number): number;
  /** Absent: the film ends with its scene. */
  readonly beyond?: LaunchBeyond;
}

/** The share of the film at which the engine starts, and at which the ground is left. */
export const IGNITION = 0.2;
export const LIFT_OFF = 0.32;

/**
 * @param rocketHeight Metres: it climbs a few of its own heights, so that film and picture hold it whatever its size.
 * @param speed The motion's own factor: 1 ordinary.
 * @param sequels What follows; the rocket does not stop where the film did.
 */
export function planLaunch(
  durationSeconds: number,
  rocketHeight: number,
  speed = 1,
  sequels: readonly StagedSequel[] = [],
): LaunchPlan {
  const ignitionSeconds = durationSeconds * IGNITION;
  const liftOffSeconds = durationSeconds * LIFT_OFF;
  const flight = durationSeconds - liftOffSeconds;
  const rise = rocketHeight * 2.25 * Math.min(1.5, 0.6 + 0.4 * speed);
  const exponent = 1.9;
  const share = (seconds: number): number => Math.max(0, seconds - liftOffSeconds) / flight;
  const beyond =
    sequels.length === 0 ? undefined : planBeyond(rise, durationSeconds, ...leavingOf(sequels, durationSeconds));
  return {
    ...(beyond ? { beyond } : {}),
    ignitionSeconds,
    liftOffSeconds,
    summit: rise,
    passes: (height) => liftOffSeconds + flight * (Math.max(0, height) / rise) ** (1 / exponent),
    heightAt: (seconds) => rise * share(seconds) ** exponent + (beyond?.climbAt(seconds) ?? 0),
    speedAt: (seconds) => ((rise * exponent) / flight) * share(seconds) ** (exponent - 1),
    thrustAt(seconds) {
      const since = seconds - ignitionSeconds;
      if (since <= 0) return 0;
      return (
        (beyond?.fadeAt(seconds) ?? 1) *
        Math.min(1, since * 1.6) *
        (0.92 + 0.08 * Math.sin(seconds * 47) * Math.sin(seconds * 31))
      );
    },
  };
}

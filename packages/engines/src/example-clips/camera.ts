import type { Mapping } from './sample-plate.ts';

/** What the camera sees of the photo, in pixels of the photo. */
export interface Camera {
  /** The middle of the view. */
  readonly x: number;
  readonly y: number;
  /** How much of the photo is shown across. */
  readonly across: number;
  readonly degrees?: number;
}

/** The aspect that recipes think of. */
const WRITTEN_FOR = 16 / 9;

/**
 * Moves a camera nearer and inwards as far as it must so that it sees nothing but the photo: recipes are written for
 * 16:9, and a square or upright film sees less across.
 */
export function fitCamera(
  camera: Camera,
  photo: { readonly width: number; readonly height: number },
  aspect: number,
): Camera {
  const radians = (Math.abs(camera.degrees ?? 0) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  // What a view of width 1, turned, takes up of the photo.
  const [right, down] = [cos + sin / aspect, sin + cos / aspect];
  const across = camera.across * Math.min(1, Math.sqrt(aspect / WRITTEN_FOR));
  const fitting = Math.min(across, photo.width / right, photo.height / down);
  const [halfRight, halfDown] = [(fitting * right) / 2, (fitting * down) / 2];
  return {
    ...camera,
    across: fitting,
    x: Math.min(photo.width - halfRight, Math.max(halfRight, camera.x)),
    y: Math.min(photo.height - halfDown, Math.max(halfDown, camera.y)),
  };
}

/** From pixels of a frame to pixels of the photo as the camera sees it. */
export function viewOf({ x, y, across, degrees = 0 }: Camera, width: number, height: number): Mapping {
  const scale = across / width;
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180) * scale, Math.sin((degrees * Math.PI) / 180) * scale];
  return (column, row) => {
    const [right, down] = [column + 0.5 - width / 2, row + 0.5 - height / 2];
    return [x + right * cos - down * sin - 0.5, y + right * sin + down * cos - 0.5];
  };
}

/** Each mapping sees the photo as the one before it left it. */
export function chain(...mappings: readonly Mapping[]): Mapping {
  return (x, y) => {
    let point: readonly [number, number] = [x, y];
    for (const mapping of mappings) point = mapping(point[0], point[1]);
    return point;
  };
}

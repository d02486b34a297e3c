/**
 * How bright each pixel of a row stays under a vignette: 1 in the middle, less towards the corners. The row that is handed
 * out is used again.
 */
export function vignetteRow(width: number, height: number, strength: number): (y: number) => Float32Array {
  const row = new Float32Array(width);
  const across = new Float32Array(width);
  for (let x = 0; x < width; x++) across[x] = (((x + 0.5) / width - 0.5) * 2) ** 2 * 0.52;
  return (y) => {
    const down = (((y + 0.5) / height - 0.5) * 2) ** 2 * 0.48;
    for (let x = 0; x < width; x++) {
      const d = across[x]! + down;
      row[x] = 1 - strength * d * d * (1.6 - 0.6 * d);
    }
    return row;
  };
}

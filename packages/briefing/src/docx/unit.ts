/** Twentieths of a point, in which Word counts lengths. */
export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

export function pointTwips(points: number): number {
  return Math.round(points * 20);
}

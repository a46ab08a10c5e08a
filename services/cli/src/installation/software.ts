/** Name and version as they stand in files that this software writes. */
export const SOFTWARE = 'LamRo/0.1';

/**
 * Waits for `work` at most so long, then for what `late` makes of it; work that comes later is nobody's any more.
 *
 * @throws what `work` or `late` throws
 */
export async function within<T>(ms: number, work: Promise<T>, late: () => T | Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<'over'>((resolve) => {
    timer = setTimeout(() => resolve('over'), ms);
  });
  try {
    const first = await Promise.race([work.then((value) => ({ value })), over]);
    return first === 'over' ? await late() : first.value;
  } finally {
    clearTimeout(timer);
  }
}

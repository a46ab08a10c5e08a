import type { Block } from './blocks.ts';
import { isHeading, isProse, linkDensity, weightOf } from './worth.ts';

/** Headings under which a page lists other things. */
const STOP =
  /^(?:related|more (?:from|on|stories|news|in)|read (?:more|next|also|this)|you (?:may|might) (?:also )?(?:like|be|enjoy)|you['’]ll also like|recommended|recommendations|trending|most (?:read|popular|viewed|shared)|latest (?:news|stories|from)|popular|top stories|top trends|comments?$|leave a (?:reply|comment)|share this|about the authors?|about author|editors?['’]?s? (?:picks|choice|recommendations)|sign up|get the|newsletter|subscribe|join the|follow us|recent articles|recent posts|visual stories|what to read next|up next|topics$|tags:?$|tin liên quan|tin (?:bài )?khác|tin cùng chuyên mục|cùng chuyên mục|đọc thêm|xem thêm|có thể bạn (?:quan tâm|thích)|bình luận|ý kiến bạn đọc|đọc nhiều|tin mới|相关|相關|延伸|推荐|推薦|热门|熱門|関連|おすすめ|あわせて読みたい|관련|많이 본|читайте также|по теме|похожие|à lire aussi|lire aussi|sur le même (?:sujet|thème)|mehr zum thema|auch interessant|lesen sie auch|das könnte|te puede interesar|lea también|más (?:noticias|sobre))/i;

/** Lines that are not the article's wherever they stand. */
const LINE =
  /^(?:(?:story |article )?continues below(?: (?:this )?(?:ad|advertisement))?\.?|advertisement|advertising|ad|sponsored(?: content)?|read more|see also|watch|listen|share|save|print|email|comments?|loading\.{0,3}|skip to .{0,40}|scroll (?:down )?(?:to|for) .{0,40}|follow us.{0,60}|image source.{0,80}|getty images|quảng cáo|chia sẻ|広告|광고|реклама|publicité|anzeige|publicidad)$/i;
const POINTER =
  /^(?:(?:also )?read(?: more| next| also)?|related(?: (?:stor(?:y|ies)|articles?|posts?|content|video))?|see also|more|watch(?: (?:now|more|below))?|don['’]t miss|up next|xem thêm|đọc thêm|mời (?:bạn|quý độc giả) .{0,20}|lire aussi|à lire aussi|lesen sie auch|mehr dazu|lea también|lee también|читайте также|ещё по теме|相关阅读|延伸阅读|関連記事)\s{0,2}[:：|–—-]/i;

/** Takes headline, byline lines and links off the top, lists of other articles off the end, and pointers out of the middle. */
export function trimEdges(blocks: readonly Block[], title: string): Block[] {
  const afterTitle = blocks.slice(titleIndex(blocks, title) + 1);
  const first = firstProse(afterTitle);
  const started = first < 0 ? afterTitle : afterTitle.slice(first);
  return trimEnd(cutAtStop(started).filter((block) => !isPointer(block)));
}

/** The last of the leading blocks that repeats the headline; -1 where none does. */
function titleIndex(blocks: readonly Block[], title: string): number {
  const wanted = key(title);
  if (wanted.length < 4) return -1;
  let prose = 0;
  for (let index = 0; index < blocks.length && prose < 600; index++) {
    const block = blocks[index];
    if (block === undefined) break;
    const own = key(block.text);
    if (own === wanted || (isHeading(block) && own.length > 12 && (wanted.startsWith(own) || own.startsWith(wanted)))) return index;
    if (isProse(block)) prose += block.text.length;
  }
  return -1;
}

function firstProse(blocks: readonly Block[]): number {
  const at = blocks.findIndex((block) => isProse(block) || (isHeading(block) && weightOf(block.text) >= 60));
  if (at <= 0) return at;
  // A heading or short opening right above the first sentence belongs to it.
  const before = blocks[at - 1];
  return before !== undefined && /^h[2-6]$/.test(before.element.name) && linkDensity(before) === 0 && before.element.parent === blocks[at]?.element.parent ? at - 1 : at;
}

/** Everything from a heading like "Related stories" on, where less follows it than came before. */
function cutAtStop(blocks: readonly Block[]): readonly Block[] {
  let before = 0;
  const total = proseOf(blocks);
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (block === undefined) break;
    if (index > 0 && block.text.length <= 60 && STOP.test(block.text) && !isProse(block) && before >= total * 0.5) return blocks.slice(0, index);
    if (isProse(block)) before += block.text.length;
  }
  return blocks;
}

function trimEnd(blocks: readonly Block[]): Block[] {
  let end = blocks.length;
  while (end > 0) {
    const block = blocks[end - 1];
    if (block === undefined || isProse(block) || isListText(block)) break;
    end--;
  }
  return blocks.slice(0, end === 0 ? blocks.length : end);
}

function isListText(block: Block): boolean {
  return (block.element.name === 'li' || block.element.name === 'td' || block.element.name === 'tr') && linkDensity(block) < 0.5;
}

function isPointer(block: Block): boolean {
  if (block.text.length > 250) return false;
  if (LINE.test(block.text)) return true;
  const density = linkDensity(block);
  if (POINTER.test(block.text) && density > 0.2) return true;
  return density > 0.6 && !isListText(block);
}

function proseOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (isProse(block) ? block.text.length : 0), 0);
}

function key(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

import type { ParentNode } from 'domhandler';
import { parseDate } from '../../date/parse.ts';
import type { Block } from './blocks.ts';
import { isClosed, isHeading, isProse, linkDensity, weightOf } from './worth.ts';

/** Headings under which a page lists other things. */
const STOP =
  /^(?:related|more (?:from|on|stories|news|in)|read (?:more|next|also|this)|you (?:may|might) (?:also )?(?:like|be|enjoy)|you['’]ll also like|recommended|recommendations|trending|most (?:read|popular|viewed|shared)|latest (?:news|stories|from)|popular|top stories|top trends|comments?$|leave a (?:reply|comment)|share this|about the authors?|about author|editors?['’]?s? (?:picks|choice|recommendations)|sign up|get the|newsletter|subscribe|join the|follow us|recent articles|recent posts|visual stories|what to read next|up next|topics$|tags:?$|tin liên quan|tin (?:bài )?khác|tin cùng chuyên mục|cùng chuyên mục|đọc thêm|xem thêm|có thể bạn (?:quan tâm|thích)|bình luận|ý kiến bạn đọc|đọc nhiều|tin mới|相关|相關|延伸|推荐|推薦|热门|熱門|関連|おすすめ|あわせて読みたい|관련|많이 본|читайте также|по теме|похожие|à lire aussi|lire aussi|sur le même (?:sujet|thème)|mehr zum thema|auch interessant|lesen sie auch|das könnte|te puede interesar|lea también|más (?:noticias|sobre))/i;

/** Lines that are not the article's wherever they stand. */
const LINE =
  /^(?:(?:story |article )?continues below(?: (?:this )?(?:ad|advertisement))?\.?|advertisement|advertising|ad|sponsored(?: content)?|read more|see also|watch|listen|share|save|print|email|comments?|loading\.{0,3}|skip to .{0,40}|scroll (?:down )?(?:to|for) .{0,40}|follow us.{0,60}|image source.{0,80}|getty images|quảng cáo|chia sẻ|広告|광고|реклама|publicité|anzeige|publicidad)$/i;
const POINTER =
  /^(?:(?:also )?read(?: more| next| also)?|related(?: (?:stor(?:y|ies)|articles?|posts?|content|video))?|see also|more|watch(?: (?:now|more|below))?|don['’]t miss|up next|xem thêm|đọc thêm|mời (?:bạn|quý độc giả) .{0,20}|lire aussi|à lire aussi|lesen sie auch|mehr dazu|lea también|lee también|читайте также|ещё по теме|相关阅读|延伸阅读|関連記事)\s{0,2}[:：|–—-]/i;

/** What the outlet says about itself: commissions, rights, newsletters, embedded content. */
const NOTICE =
  /^(?:©|\(c\)|copyright |all rights reserved|if you (?:purchase|buy|click|make a purchase)[^.]{0,200}(?:compensation|commission)|we (?:may|might) (?:earn|receive|get)[^.]{0,120}(?:commission|compensation|share)|(?:[^.]{0,80})(?:affiliate (?:links?|commission))|(?:this|instagram|twitter|x|youtube|tiktok) content(?: can also be viewed| is not available|$)|waiting for your permission|view this post on|a post shared by|want (?:more|to keep up)[^?]{0,120}\?|(?:click here|sign up|subscribe)[^.]{0,120}(?:newsletter|email|e-mail|inbox|channel)|for more [^.]{0,120},? visit |get the (?:latest|best)[^.]{0,100}(?:inbox|newsletter|email)|download (?:the|our) [^.]{0,40}app|đăng ký nhận|theo dõi [^.]{0,60} trên (?:google|zalo|facebook)|mời (?:quý )?(?:bạn|độc giả)[^.]{0,60}(?:theo dõi|đón xem|đón đọc)|© bản quyền)/i;

/** Picture captions outside any figure give themselves away by the credit at their end. */
const CREDIT =
  /^.{0,240}(?:\((?:photos?|images?|pictures?|ảnh|nguồn|file) ?(?:by|courtesy|credit|:|\/)[^()]{0,80}\)|getty images|(?:AP|AFP|Reuters|EPA|Ảnh|Photo|Image|Foto|Фото)\s?[:/|]\s?[\p{L} .]{2,40}|AP Photo.{0,40})\)?\.?$/u;

/** Takes headline, byline lines and links off the top, lists of other articles off the end, and pointers out of the middle. */
export function trimEdges(blocks: readonly Block[], title: string, authors: readonly string[]): Block[] {
  const afterTitle = blocks.slice(titleIndex(blocks, title) + 1);
  const first = firstProse(afterTitle);
  const started = first < 0 ? afterTitle : afterTitle.slice(first);
  return trimEnd(withoutRepeats(cutAtStop(started).filter((block) => !isPointer(block))), authors);
}

/** The summary that stands between the headline and a body that does not hold them (sapo, dek, chapeau). */
export function standfirst(blocks: readonly Block[], chosen: readonly Block[], title: string): Block[] {
  const first = chosen[0];
  const end = first === undefined ? 0 : blocks.indexOf(first);
  const start = titleIndex(chosen, title) >= 0 ? -1 : lastTitleBefore(blocks, end, title);
  if (start < 0) return [];
  const between = blocks
    .slice(start + 1, end)
    .filter((block) => weightOf(block.text) >= 50 && linkDensity(block) < 0.3 && block.text.length <= 600);
  return between.length <= 3 ? between : [];
}

function lastTitleBefore(blocks: readonly Block[], end: number, title: string): number {
  const wanted = key(title);
  if (wanted.length < 4) return -1;
  for (let index = end - 1; index >= Math.max(0, end - 40); index--)
    if (key(blocks[index]?.text ?? '') === wanted) return index;
  return -1;
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
    if (own === wanted || (isHeading(block) && own.length > 12 && (wanted.startsWith(own) || own.startsWith(wanted))))
      return index;
    if (isProse(block)) prose += block.text.length;
  }
  return -1;
}

function firstProse(blocks: readonly Block[]): number {
  let at = blocks.findIndex(
    (block) => (isProse(block) && !isDateline(block)) || (isHeading(block) && weightOf(block.text) >= 60),
  );
  // A heading or an opening line right above the first sentence belongs to it.
  while (at > 0 && opens(blocks[at - 1], blocks[at])) at--;
  return at;
}

function opens(before: Block | undefined, first: Block | undefined): boolean {
  if (before === undefined || first === undefined || before.element.parent !== first.element.parent) return false;
  if (/^h[2-6]$/.test(before.element.name)) return linkDensity(before) === 0;
  return before.element.name === 'p' && linkDensity(before) < 0.2 && weightOf(before.text) >= 45 && !isDateline(before);
}

/** "21 November 2026, 08:30, J. Writer": a line about the article. */
function isDateline(block: Block): boolean {
  return block.text.length < 90 && !isClosed(block.text) && parseDate(block.text) !== null;
}

/** Everything from a heading like "Related stories" on where little follows it; else the heading alone. */
function cutAtStop(blocks: readonly Block[]): readonly Block[] {
  const total = proseOf(blocks);
  const kept: Block[] = [];
  let before = 0;
  for (const [index, block] of blocks.entries()) {
    if (kept.length > 0 && block.text.length <= 60 && STOP.test(block.text) && !isProse(block)) {
      if (before >= total * 0.5 && !isResumed(kept, blocks.slice(index + 1))) return kept;
      continue;
    }
    kept.push(block);
    if (isProse(block)) before += block.text.length;
  }
  return kept;
}

/** Whether running text goes on in the very element that most of it stood in before. */
function isResumed(before: readonly Block[], after: readonly Block[]): boolean {
  const counts = new Map<ParentNode | null, number>();
  for (const block of before)
    if (isProse(block)) counts.set(block.element.parent, (counts.get(block.element.parent) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return after.some(
    (block) =>
      isProse(block) &&
      block.element.name !== 'li' &&
      (counts.get(block.element.parent) ?? 0) >= Math.max(2, most * 0.5),
  );
}

/** Pages print a paragraph twice for different screens, or once more as a summary in the data. */
function withoutRepeats(blocks: readonly Block[]): Block[] {
  const seen = new Set<string>();
  return blocks.filter((block) => block.text.length < 60 || (!seen.has(block.text) && seen.add(block.text)));
}

function trimEnd(blocks: readonly Block[], authors: readonly string[]): Block[] {
  let end = blocks.length;
  while (end > 0) {
    const block = blocks[end - 1];
    if (block === undefined) break;
    if (
      (isProse(block) && !(blocks.length - end < 4 && isAboutAuthor(block, authors))) ||
      isListText(block) ||
      isLastWord(blocks, end - 1)
    )
      break;
    end--;
  }
  return blocks.slice(0, end === 0 ? blocks.length : end);
}

/** A short closing sentence that stands where the running text stood. */
function isLastWord(blocks: readonly Block[], at: number): boolean {
  const block = blocks[at];
  if (block === undefined || block.element.name !== 'p' || block.text.length < 12 || !isClosed(block.text))
    return false;
  const before = blocks[at - 1];
  return (
    before !== undefined &&
    isProse(before) &&
    before.element.parent === block.element.parent &&
    linkDensity(block) === 0
  );
}

/** "A. Writer is a reporter at …", "Contact A. Writer at …". */
function isAboutAuthor(block: Block, authors: readonly string[]): boolean {
  if (block.text.length > 700) return false;
  if (
    /^(?:contact|follow|email|reach|you can (?:reach|follow|contact)|contributing|have a tip|get in touch)\b|@[\w-]{1,40}\.[a-z]{2,}|^(?:liên hệ|email:)/i.test(
      block.text,
    ) &&
    block.text.length < 300
  )
    return true;
  return authors.some(
    (name) =>
      name.length > 4 &&
      block.text.slice(0, name.length + 4).includes(name) &&
      /^.{0,80}?\s(?:is|was|are|covers|writes|has|joined|là|est|ist|es)\s/.test(block.text),
  );
}

function isListText(block: Block): boolean {
  return (
    (block.element.name === 'li' || block.element.name === 'td' || block.element.name === 'tr') &&
    linkDensity(block) < 0.5
  );
}

function isPointer(block: Block): boolean {
  if (block.text.length > 400) return false;
  if (LINE.test(block.text) || CREDIT.test(block.text) || NOTICE.test(block.text)) return true;
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

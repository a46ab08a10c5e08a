import type { BriefingContent, BriefingProposal } from '@lamro/domain';
import { briefingWords as words } from '@lamro/wording';
import { type Block, item, paragraph } from '../document/document.ts';

export function proposalBlocks(content: BriefingContent): Block[] {
  if (content.proposals.length === 0) return [paragraph(words.none.proposals)];
  return content.proposals.map((proposal) => item(proposalText(proposal)));
}

/** A proposal as a sentence. */
export function proposalText({ kind, subject, detail }: BriefingProposal): string {
  return kind === 'free' ? subject : words.proposals[kind](subject, detail);
}

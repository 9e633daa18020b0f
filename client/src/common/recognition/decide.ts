/** What the user has said about the file, and what its text says. */
export interface Circumstances {
  /** The setting `nianbao.detect`. */
  readonly detect: 'auto' | 'ask' | 'off';
  /** `files.associations` names a language for the file. */
  readonly associated: boolean;
  /** The user has switched the file back from being a report. */
  readonly switchedBack: boolean;
  /** The user does not want to be asked in this workspace. */
  readonly unasked: boolean;
  /** Asked last, as it costs most. */
  readonly isReport: () => boolean;
}

/**
 * Whether a plain text file becomes a report, is offered to become one, or is left alone. The user's word always comes
 * first.
 */
export function decide({
  detect,
  associated,
  switchedBack,
  unasked,
  isReport,
}: Circumstances): 'switch' | 'offer' | 'leave' {
  if (detect === 'off' || associated || switchedBack || (detect === 'ask' && unasked) || !isReport()) return 'leave';
  return detect === 'ask' ? 'offer' : 'switch';
}

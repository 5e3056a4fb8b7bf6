// Every deadline and retry of the pages, in milliseconds unless the name says otherwise.

/** A request without an answer for so long is given up and, where that is safe, sent again. */
export const kRequestTimeout = 5_000;

/** First and longest pause before a command is sent again (full jitter in between). */
export const kRetryFirst = 150;
export const kRetryLongest = 3_000;
/** How long a command is retried before the teller is told that its outcome is not known. */
export const kRetryFor = 20_000;

/** The server sends a heartbeat every 2 s: two missed and a little more, and the line counts as lost. */
export const kStreamSilence = 5_000;
export const kReconnectFirst = 250;
export const kReconnectLongest = 5_000;

/** A second press of the same button so soon after the first was done is the same press. */
export const kDoublePress = 500;

/** How often the phone asks while its ticket waits, while its turn is near, and once it is over. */
export const kPhonePoll = 5_000;
export const kPhonePollNear = 2_000;
export const kPhonePollOver = 60_000;

/** How often the manager's page asks how boards and kiosks are: a board is dark after 60 s. */
export const kDevicesPoll = 10_000;

/** The longest notice in one language, in bytes of UTF-8; the server's limit. */
export const kLongestNotice = 240;

/** How often the manager's figures of the day are read again. */
export const kReviewPoll = 20_000;

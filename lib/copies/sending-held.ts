/** The fact that keeps a restored or moved database from sending until the owner says so; whoever sends asks for it. */
export const SENDING_HELD = "sending-held";

/** The fact that says where a database is at home; in another place it is a copy. */
export const DATABASE_HOME = "home";

-- CreateTable
CREATE TABLE "Send" (
    "issue" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "startAt" TIMESTAMP(3) NOT NULL,
    "finishedAt" TIMESTAMP(3),
    "letter" TEXT NOT NULL,
    "home" TEXT NOT NULL,
    CONSTRAINT "Send_pkey" PRIMARY KEY ("issue"),
    CONSTRAINT "state is one of the states of a send" CHECK ("state" IN ('PREPARING', 'SCHEDULED', 'SENDING', 'PAUSED', 'HELD', 'CANCELLED', 'DONE'))
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" TEXT NOT NULL,
    "issue" TEXT NOT NULL,
    "subscriberId" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'QUEUED',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "messageId" TEXT NOT NULL,
    "workerId" TEXT,
    "nextAttemptAt" TIMESTAMP(3),
    "firstTriedAt" TIMESTAMP(3),
    "changedAt" TIMESTAMP(3),
    "lastReply" TEXT,
    "refusal" TEXT,
    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Delivery_issue_fkey" FOREIGN KEY ("issue") REFERENCES "Send" ("issue") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Delivery_subscriberId_fkey" FOREIGN KEY ("subscriberId") REFERENCES "Subscriber" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "state is one of the states of a delivery" CHECK ("state" IN ('QUEUED', 'SENDING', 'SENT', 'RETRY', 'REFUSED', 'SKIPPED', 'UNCERTAIN')),
    CONSTRAINT "a SENDING delivery is in a worker's hand" CHECK ("state" <> 'SENDING' OR "workerId" IS NOT NULL),
    CONSTRAINT "a RETRY knows when" CHECK ("state" <> 'RETRY' OR "nextAttemptAt" IS NOT NULL)
);

-- One delivery for each issue and reader, whatever happens.
CREATE UNIQUE INDEX "Delivery_issue_subscriberId_key" ON "Delivery"("issue", "subscriberId");

-- CreateIndex
CREATE INDEX "Delivery_subscriberId_idx" ON "Delivery"("subscriberId");

-- What may be claimed, what waits, and what is in a worker's hand: each without the many that are done.
CREATE INDEX "Delivery_queued_idx" ON "Delivery"("issue", "id") WHERE "state" = 'QUEUED' AND "workerId" IS NULL;
CREATE INDEX "Delivery_retry_idx" ON "Delivery"("issue", "nextAttemptAt") WHERE "state" = 'RETRY' AND "workerId" IS NULL;
CREATE INDEX "Delivery_held_idx" ON "Delivery"("workerId", "issue") WHERE "workerId" IS NOT NULL;
CREATE INDEX "Delivery_uncertain_idx" ON "Delivery"("issue") WHERE "state" = 'UNCERTAIN';

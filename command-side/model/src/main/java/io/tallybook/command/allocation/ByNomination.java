package io.tallybook.command.allocation;

/** PRO_RATA: by what each nominated for the day; who nominated nothing gets nothing (NAESB WGQ 2.3.16 to 2.3.21, pro rata). */
final class ByNomination {
    private ByNomination() {}

    static DaySplit split(DayFlow flow) {
        return flow.figures().signum() == 0 ? nothingNominated(flow) : flow.byWeight(flow.figures(flow.commonScale()));
    }

    static Obstacle nothingNominated(DayFlow flow) {
        return new Obstacle(
                "nothing-nominated",
                flow.total() + " flowed as " + flow.where() + ", and nobody nominated any of it: record what "
                        + flow.contracts(p -> true) + " nominated.");
    }
}

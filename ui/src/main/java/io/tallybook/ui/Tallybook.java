package io.tallybook.ui;

import io.tallybook.ui.cli.AccrualCommand;
import io.tallybook.ui.cli.AdjustmentsCommand;
import io.tallybook.ui.cli.BenchCommand;
import io.tallybook.ui.cli.CalcCommand;
import io.tallybook.ui.cli.CloseCommand;
import io.tallybook.ui.cli.CompareCommand;
import io.tallybook.ui.cli.DelegateCommand;
import io.tallybook.ui.cli.DemoCommand;
import io.tallybook.ui.cli.EstimateCommand;
import io.tallybook.ui.cli.ImportCommand;
import io.tallybook.ui.cli.JournalCommand;
import io.tallybook.ui.cli.LedgerCommand;
import io.tallybook.ui.cli.LocksCommand;
import io.tallybook.ui.cli.MineCommand;
import io.tallybook.ui.cli.NotesCommand;
import io.tallybook.ui.cli.ProcessingCommand;
import io.tallybook.ui.cli.ReopenCommand;
import io.tallybook.ui.cli.ReportCommand;
import io.tallybook.ui.cli.Sentence;
import io.tallybook.ui.cli.SetupCommand;
import io.tallybook.ui.cli.SourceCommand;
import io.tallybook.ui.cli.StartCommand;
import io.tallybook.ui.cli.TokenCommand;
import io.tallybook.ui.cli.VarianceCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: one command line for the server and for those who talk to it. */
@Command(
        name = "tallybook",
        mixinStandardHelpOptions = true,
        version = "Tallybook 0.1.0",
        description = "An event-sourced back office for gas, liquids and power measurement.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            StartCommand.class,
            ImportCommand.class,
            CloseCommand.class,
            ReopenCommand.class,
            LocksCommand.class,
            ReportCommand.class,
            CompareCommand.class,
            VarianceCommand.class,
            NotesCommand.class,
            EstimateCommand.class,
            AccrualCommand.class,
            MineCommand.class,
            DelegateCommand.class,
            JournalCommand.class,
            LedgerCommand.class,
            SetupCommand.class,
            SourceCommand.class,
            AdjustmentsCommand.class,
            ProcessingCommand.class,
            TokenCommand.class,
            CalcCommand.class,
            BenchCommand.class
        })
public final class Tallybook {
    private Tallybook() {}

    /** Exit code 0 done, 1 refused or failed, 2 wrong usage. */
    public static void main(String[] args) {
        // Axon would report its use to its maker
        System.setProperty("axoniq.update-checker.disabled", "true");
        CommandLine line = new CommandLine(new Tallybook());
        line.setExecutionExceptionHandler((failure, command, parsed) -> Sentence.print(failure, command.getErr()));
        int code = line.execute(args);
        System.out.flush();
        System.exit(code);
    }
}

// The parts of a Kubernetes control plane as one program, on loopback: the first argument says which part it is, all others are flags
// of that part. It ends, and leaves nothing behind, with a signal or when whoever started it is gone.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/pflag"
	cliflag "k8s.io/component-base/cli/flag"
)

var parts = map[string]func(ctx context.Context, dir string, flags []string) error{
	"apiserver":          runAPIServer,
	"controller-manager": runControllerManager,
	"scheduler":          runScheduler,
}

func main() {
	if len(os.Args) < 2 || parts[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "usage: control-plane apiserver|controller-manager|scheduler [FLAG...]")
		os.Exit(2)
	}
	if err := run(parts[os.Args[1]], os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(part func(context.Context, string, []string) error, flags []string) error {
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer cancel()
	// Nobody reads what is logged when whoever started this is gone: that must not end it before it has cleaned up.
	signal.Ignore(syscall.SIGPIPE)
	go func() {
		// Whoever started this holds the other end, and the system closes it when that process ends, however it ends.
		io.Copy(io.Discard, os.Stdin)
		cancel()
	}()
	dir, err := os.MkdirTemp("", "control-plane-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	return part(ctx, dir, flags)
}

// parse sets what flags say: of each part they are in groups.
func parse(name string, groups cliflag.NamedFlagSets, flags []string) error {
	set := pflag.NewFlagSet(name, pflag.ContinueOnError)
	for _, group := range groups.FlagSets {
		set.AddFlagSet(group)
	}
	return set.Parse(flags)
}

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"path/filepath"

	genericoptions "k8s.io/apiserver/pkg/server/options"
	"k8s.io/client-go/tools/clientcmd"
	"k8s.io/client-go/tools/clientcmd/api"
	cliflag "k8s.io/component-base/cli/flag"
	manager "k8s.io/kubernetes/cmd/kube-controller-manager/app"
	manageroptions "k8s.io/kubernetes/cmd/kube-controller-manager/app/options"
	scheduler "k8s.io/kubernetes/cmd/kube-scheduler/app"
	scheduleroptions "k8s.io/kubernetes/cmd/kube-scheduler/app/options"
)

// connectionVariable names the variable of the environment with the connection to an API server, as the API server writes it.
const connectionVariable = "CONTROL_PLANE_CONNECTION"

// runControllerManager runs kube-controller-manager, alone unless the flags ask for a leader.
func runControllerManager(ctx context.Context, dir string, flags []string) error {
	known, disabled, aliases := manager.KnownControllers(), manager.ControllersDisabledByDefault(), manager.ControllerAliases()
	options, err := manageroptions.NewKubeControllerManagerOptions()
	if err != nil {
		return err
	}
	if err := prepare(dir, "kube-controller-manager", options.SecureServing, options.Flags(known, disabled, aliases), flags); err != nil {
		return err
	}
	if err := options.ComponentGlobalsRegistry.Set(); err != nil {
		return err
	}
	config, err := options.Config(ctx, known, disabled, aliases)
	if err != nil {
		return err
	}
	if err := serveAndForget(dir, options.SecureServing); err != nil {
		return err
	}
	return manager.Run(ctx, config.Complete())
}

// runScheduler runs kube-scheduler, alone unless the flags ask for a leader.
func runScheduler(ctx context.Context, dir string, flags []string) error {
	options := scheduleroptions.NewOptions()
	if err := prepare(dir, "kube-scheduler", options.SecureServing, *options.Flags, flags); err != nil {
		return err
	}
	if err := options.ComponentGlobalsRegistry.Set(); err != nil {
		return err
	}
	config, instance, err := scheduler.Setup(ctx, options)
	if err != nil {
		return err
	}
	if err := serveAndForget(dir, options.SecureServing); err != nil {
		return err
	}
	err = scheduler.Run(ctx, config, instance)
	if ctx.Err() != nil {
		return nil
	}
	return err
}

// prepare parses the flags of a client of an API server, gives it a configuration for that, and a free port for its health.
func prepare(dir, name string, serving *genericoptions.SecureServingOptions, groups cliflag.NamedFlagSets, flags []string) error {
	kubeconfig := filepath.Join(dir, "kubeconfig")
	if err := writeKubeconfig(kubeconfig); err != nil {
		return err
	}
	var err error
	if serving.Listener, err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
		return err
	}
	return parse(name, groups, append([]string{"--kubeconfig=" + kubeconfig, "--leader-elect=false"}, flags...))
}

// serveAndForget says where the health is to be asked for. All is read by then, and the certificate is in memory: the files go, so that
// nothing stays behind when the process is killed, as a host takes it with it.
func serveAndForget(dir string, serving *genericoptions.SecureServingOptions) error {
	certificate, _ := serving.ServerCert.GeneratedCert.CurrentCertKeyContent()
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(connection{URL: "https://" + serving.Listener.Addr().String(), CA: string(certificate)})
}

func writeKubeconfig(path string) error {
	var server connection
	if err := json.Unmarshal([]byte(os.Getenv(connectionVariable)), &server); err != nil {
		return fmt.Errorf("%s: %w", connectionVariable, err)
	}
	config := api.NewConfig()
	config.Clusters["it"] = &api.Cluster{Server: server.URL, CertificateAuthorityData: []byte(server.CA)}
	config.AuthInfos["it"] = &api.AuthInfo{Token: server.Token}
	config.Contexts["it"] = &api.Context{Cluster: "it", AuthInfo: "it"}
	config.CurrentContext = "it"
	return clientcmd.WriteToFile(*config, path)
}
